import { KitError, messageOf } from '../errors.js';
import { CAPABILITIES, type Capability } from '../subject/capabilities.js';
import type { Operation, OperationName, Outcome } from '../subject/operations.js';
import type { Subject, SubjectIdentity } from '../subject/port.js';
import { KIT_NAME, KIT_VERSION } from '../version.js';
import { Conversation, type Limits } from './conversation.js';
import { type Greeting, ReplySchema } from './replies.js';
import { PROTOCOL_VERSION } from './wire.js';

/** How often an adapter whose conversation broke is started again, in all. */
const MOST_STARTS = 10;

export type AdapterCommand = { readonly command: string; readonly args: readonly string[] };

/** Anything that speaks the adapter protocol. After a conversation that broke, the next boot begins a new one. */
class AdapterSubject implements Subject {
  readonly identity: SubjectIdentity;
  readonly capabilities: ReadonlySet<Capability>;
  readonly #begin: () => Promise<Conversation>;
  #conversation: Conversation;
  #starts = 1;

  constructor({ name, version, capabilities }: Greeting, conversation: Conversation, begin: () => Promise<Conversation>) {
    this.identity = { kind: 'adapter', name, version };
    this.capabilities = new Set(CAPABILITIES.filter((capability) => capabilities.includes(capability)));
    this.#conversation = conversation;
    this.#begin = begin;
  }

  async perform<Name extends OperationName>(operation: Operation<Name>): Promise<Outcome<Name>> {
    if (operation.op === 'boot' && this.#conversation.isBroken) await this.#beginAgain();
    const { op, ...takes } = operation;
    const result = await this.#conversation.ask(op, takes);
    return 'memory' in takes ? takeMemory(result, takes.memory) : Object(result ?? undefined);
  }

  async stop(): Promise<void> {
    await this.#conversation.end();
  }

  async #beginAgain(): Promise<void> {
    if (this.#starts === MOST_STARTS) throw new Error(`the adapter's conversation broke ${MOST_STARTS} times, and it is not started again`);
    this.#starts += 1;
    await this.#conversation.end();
    this.#conversation = await this.#begin();
  }
}

/** What the call wrote goes into the regions that it was given; the outcome is what the call came to. */
function takeMemory(result: unknown, memory: unknown) {
  const { outcome, memory: written } = Object(result);
  for (const { name, bytes } of Array.isArray(memory) ? memory : []) {
    const now: unknown = Object(written)[name];
    if (!(now instanceof Uint8Array)) continue;
    if (now.length !== bytes.length)
      throw new Error(`the adapter gave back ${now.length} bytes for region "${name}", which has ${bytes.length}`);
    bytes.set(now);
  }
  return outcome;
}

/**
 * Starts the adapter and waits for its greeting.
 * @throws KitError subject/cannot-start, subject/no-greeting
 */
export async function openAdapter({ command, args }: AdapterCommand, limits: Partial<Limits> = {}): Promise<Subject> {
  const schema = new ReplySchema();
  let greeting: Greeting | null = null;
  const begin = async (): Promise<Conversation> => {
    const conversation = new Conversation(command, args, schema, limits);
    try {
      greeting = Object(await conversation.ask('hello', { protocol: [PROTOCOL_VERSION], kit: { name: KIT_NAME, version: KIT_VERSION } }));
      return conversation;
    } catch (cause) {
      await conversation.end();
      throw noGreeting({ command, args }, cause);
    }
  };
  const conversation = await begin();
  if (greeting === null) throw noGreeting({ command, args }, new Error('there was none'));
  return new AdapterSubject(greeting, conversation, begin);
}

function noGreeting({ command, args }: AdapterCommand, cause: unknown): KitError {
  const canStart = !messageOf(cause).startsWith('the adapter cannot be started');
  return new KitError(
    canStart ? 'subject/no-greeting' : 'subject/cannot-start',
    {
      summary: canStart ? 'the adapter did not greet' : 'the adapter cannot be started',
      expected: canStart ? 'an answer to hello with protocol, name, version and capabilities' : 'a program that this user can run',
      received: messageOf(cause),
      attempt: canStart ? 'docs/adapter-protocol.md shows the first two lines of a conversation' : [command, ...args].join(' '),
    },
    cause,
  );
}
