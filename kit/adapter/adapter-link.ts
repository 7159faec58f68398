import { isDeepStrictEqual } from 'node:util';
import { KitError } from '../errors.js';
import type { Capability } from '../subject/capabilities.js';
import type { HonestyFinding } from '../subject/port.js';
import type { AdapterCommand } from '../subjects/subject-spec.js';
import { KIT_NAME, KIT_VERSION } from '../version.js';
import { Conversation, type ConversationOptions } from './conversation.js';
import { probe } from './honesty.js';
import { howToStart } from './how-to-start.js';
import { AdapterProblem } from './problem.js';
import type { Question } from './questions.js';
import { type Greeting, ReplySchema } from './replies.js';
import { PROTOCOL_VERSION } from './wire.js';

/** How often an adapter whose conversation broke is started again, in all. */
const MOST_STARTS = 10;

const HELLO = { protocol: [PROTOCOL_VERSION], kit: { name: KIT_NAME, version: KIT_VERSION }, attachments: true };

type Begun = { readonly conversation: Conversation; readonly greeting: Greeting };

/** The adapter, greeted. After a conversation that broke, the next boot begins a new one with a fresh process. */
export class AdapterLink {
  readonly greeting: Greeting;
  readonly #begin: () => Promise<Begun>;
  #conversation: Conversation;
  #starts = 1;
  #beginning: Promise<void> | null = null;

  private constructor({ conversation, greeting }: Begun, begin: () => Promise<Begun>) {
    this.greeting = greeting;
    this.#conversation = conversation;
    this.#begin = begin;
  }

  /**
   * Starts the adapter and waits for its greeting.
   * @throws KitError subject/cannot-start, subject/no-greeting
   */
  static async open(adapter: AdapterCommand, options: ConversationOptions): Promise<AdapterLink> {
    const schema = ReplySchema.shared;
    const begin = () => greet(new Conversation(adapter.command, adapter.args, schema, options));
    try {
      return new AdapterLink(await begin(), begin);
    } catch (problem) {
      throw problem instanceof AdapterProblem ? noGreeting(adapter, problem) : problem;
    }
  }

  /** The result as adapter-1.json has it, with bytes for bytes. Rejects with an AdapterProblem. */
  async ask(op: Question, takes: object): Promise<unknown> {
    if (op === 'boot' && this.#isToBeginAgain) {
      this.#beginning = this.#beginAgain().finally(() => {
        this.#beginning = null;
      });
    }
    if (this.#beginning !== null) await this.#beginning;
    return this.#conversation.ask(op, takes);
  }

  probe(declared: ReadonlySet<Capability>): Promise<readonly HonestyFinding[]> {
    return probe(this.#conversation, declared);
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
    if (saysTheSame(greeting, this.greeting)) return;
    const [before, now] = [this.greeting, greeting].map((said) => JSON.stringify(said));
    throw new AdapterProblem('another-greeting', `the adapter greeted with ${now}, and before that with ${before}`);
  }
}

/** In whatever order: many languages give the members of an object in another one each time. */
function saysTheSame(one: Greeting, other: Greeting): boolean {
  const [first, second] = [one, other].map(({ attachments = false, inOrder = false, ...said }) => ({
    ...said,
    attachments,
    inOrder,
    ...('capabilities' in said ? { capabilities: new Set(said.capabilities) } : { reset: said.reset ?? false }),
  }));
  return isDeepStrictEqual(first, second);
}

/** Rejects with an AdapterProblem when there is no greeting; the program is gone then. */
async function greet(conversation: Conversation): Promise<Begun> {
  try {
    return { conversation, greeting: await sayHello(conversation) };
  } catch (problem) {
    await conversation.end();
    throw problem;
  }
}

/** The first exchange of every conversation. */
export async function sayHello(conversation: Conversation): Promise<Greeting> {
  const greeting: Greeting = Object(await conversation.ask('hello', HELLO));
  if (greeting.attachments === true) conversation.attach();
  return greeting;
}

/** There is nothing to judge: the program did not start, or did not say who it is. */
export function noGreeting({ command, args }: AdapterCommand, problem: AdapterProblem): KitError {
  if (problem.kind === 'cannot-start') {
    const attempt = howToStart({ command, args }, problem.came);
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
