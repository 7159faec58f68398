import { KitError } from '../errors.js';
import { CAPABILITIES, type Capability } from '../subject/capabilities.js';
import type { Region } from '../subject/memory.js';
import type { Operation, OperationName, Outcome } from '../subject/operations.js';
import type { Subject, SubjectIdentity } from '../subject/port.js';
import { KIT_NAME, KIT_VERSION } from '../version.js';
import { Conversation, type Limits } from './conversation.js';
import { AdapterProblem } from './problem.js';
import { type Greeting, ReplySchema } from './replies.js';
import { takeMemory } from './take-memory.js';
import { PROTOCOL_VERSION } from './wire.js';

/** How often an adapter whose conversation broke is started again, in all. */
const MOST_STARTS = 10;

export type AdapterCommand = { readonly command: string; readonly args: readonly string[] };

type Begun = { readonly conversation: Conversation; readonly greeting: Greeting };

/** Anything that speaks the adapter protocol. After a conversation that broke, the next boot begins a new one. */
class AdapterSubject implements Subject {
  readonly identity: SubjectIdentity;
  readonly capabilities: ReadonlySet<Capability>;
  readonly #begin: () => Promise<Begun>;
  readonly #greeting: string;
  #conversation: Conversation;
  #starts = 1;

  constructor({ conversation, greeting }: Begun, begin: () => Promise<Begun>) {
    const { name, version, capabilities } = greeting;
    this.identity = { kind: 'adapter', name, version };
    this.capabilities = new Set(CAPABILITIES.filter((capability) => capabilities.includes(capability)));
    this.#conversation = conversation;
    this.#begin = begin;
    this.#greeting = JSON.stringify(greeting);
  }

  async perform<Name extends OperationName>(operation: Operation<Name>): Promise<Outcome<Name>> {
    if (operation.op === 'boot' && this.#isToBeginAgain) await this.#beginAgain();
    const { op, ...takes } = operation;
    const { memory }: { readonly op: OperationName; readonly memory?: readonly Region[] } = operation;
    const result = await this.#conversation.ask(op, takes);
    return memory === undefined ? Object(result ?? undefined) : takeMemory(result, memory);
  }

  /** Rejects with what broke the conversation when nobody has been told. */
  async stop(): Promise<void> {
    await this.#conversation.end();
    const { untoldProblem } = this.#conversation;
    if (untoldProblem !== null) throw untoldProblem;
  }

  /** A conversation that broke while nobody waited for an answer must first break a scenario: the one that is booting. */
  get #isToBeginAgain(): boolean {
    return this.#conversation.problem !== null && this.#conversation.untoldProblem === null;
  }

  async #beginAgain(): Promise<void> {
    await this.#conversation.end();
    if (this.#starts === MOST_STARTS)
      throw new AdapterProblem('too-many-starts', `the adapter's conversation broke ${MOST_STARTS} times, and it is not started again`);
    this.#starts += 1;
    const { conversation, greeting } = await this.#begin();
    this.#conversation = conversation;
    const now = JSON.stringify(greeting);
    if (now !== this.#greeting)
      throw new AdapterProblem('another-greeting', `the adapter greeted with ${now}, and before that with ${this.#greeting}`);
  }
}

/**
 * Starts the adapter and waits for its greeting.
 * @throws KitError subject/cannot-start, subject/no-greeting
 */
export async function openAdapter(adapter: AdapterCommand, limits: Partial<Limits> = {}): Promise<Subject> {
  const schema = new ReplySchema();
  const begin = () => greet(new Conversation(adapter.command, adapter.args, schema, limits));
  try {
    return new AdapterSubject(await begin(), begin);
  } catch (problem) {
    throw problem instanceof AdapterProblem ? noGreeting(adapter, problem) : problem;
  }
}

/** Rejects with an AdapterProblem when there is no greeting; the program is gone then. */
async function greet(conversation: Conversation): Promise<Begun> {
  try {
    const takes = { protocol: [PROTOCOL_VERSION], kit: { name: KIT_NAME, version: KIT_VERSION } };
    return { conversation, greeting: Object(await conversation.ask('hello', takes)) };
  } catch (problem) {
    await conversation.end();
    throw problem;
  }
}

/** There is nothing to judge: the program did not start, or did not say who it is. */
export function noGreeting({ command, args }: AdapterCommand, problem: AdapterProblem): KitError {
  if (problem.kind === 'cannot-start') {
    const attempt = `in a shell: ${[command, ...args].join(' ')}`;
    const { came: received, expected } = problem;
    return new KitError('subject/cannot-start', { summary: 'the adapter cannot be started', expected, received, attempt }, problem);
  }
  return new KitError(
    'subject/no-greeting',
    {
      summary: 'the adapter did not greet',
      expected: 'an answer to hello with protocol, name, version and capabilities',
      received: problem.came,
      attempt: `${problem.attempt}; docs/adapter-protocol.md shows the first two lines of a conversation`,
    },
    problem,
  );
}
