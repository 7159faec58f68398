import type { Duplex } from 'node:stream';
import { InFlight } from '../in-flight.js';
import type { Result } from '../result.js';
import { CAPABILITY_OF_OPERATION } from '../subject/capabilities.js';
import type { OperationName } from '../subject/operations.js';
import type { Errno } from '../uapi/errno.js';
import { AdapterProcess, type Channel, type ProcessEnd } from './adapter-process.js';
import { type DeviceCall, type Heard, MessageReader } from './message-reader.js';
import { AdapterProblem, type ProblemKind } from './problem.js';
import type { Question } from './questions.js';
import type { ReplySchema } from './replies.js';
import type { Trace } from './trace.js';
import { encode, fromJson, type Reply } from './wire.js';

/** Milliseconds. Silence counts only while an answer is due, from the last message of either side. */
export type Limits = { readonly greeting: number; readonly silence: number; readonly call: number; readonly farewell: number };
const USUAL_LIMITS: Limits = { greeting: 10_000, silence: 5_000, call: 60_000, farewell: 1_000 };

/** How many messages to its device a driver may have under way. */
const MOST_CALLS = 64;

export type AnswerCall = (call: DeviceCall) => Promise<Result<Uint8Array, Errno>>;

export type ConversationOptions = {
  readonly limits?: Partial<Limits>;
  readonly answerCall?: AnswerCall;
  readonly channel?: Channel;
  readonly inherits?: readonly string[];
  readonly trace?: Trace | undefined;
};

type Asked = {
  readonly op: string;
  readonly since: number;
  readonly settle: (reply: Reply) => void;
  readonly fail: (why: AdapterProblem) => void;
};

/**
 * A child process and what is said to it, one JSON object a line. It is never trusted: whatever it does against the
 * protocol ends the conversation, with a problem that everybody gets who waits for an answer.
 */
export class Conversation {
  readonly #process: AdapterProcess;
  readonly #schema: ReplySchema;
  readonly #limits: Limits;
  readonly #answerCall: AnswerCall | null;
  readonly #trace: Trace | null;
  readonly #reader: MessageReader;
  readonly #asked = new InFlight<number, Asked>();
  /** Ids of requests that a boot came before the answer to. */
  readonly #overtaken = new Set<number>();
  #lastAnswered = { id: 0, op: '' };
  #canAttach = false;
  #calls = 0;
  #nextId = 1;
  #watch: NodeJS.Timeout | null = null;
  #lastMessage = 0;
  #problem: AdapterProblem | null = null;
  #isTold = false;
  #isOver = false;

  /** Without `answerCall` there is no device that the adapter could send a message to. */
  constructor(
    command: string,
    args: readonly string[],
    schema: ReplySchema,
    { limits, answerCall, channel, inherits, trace }: ConversationOptions = {},
  ) {
    this.#schema = schema;
    this.#trace = trace ?? null;
    this.#reader = new MessageReader(schema, this.#trace);
    this.#limits = { ...USUAL_LIMITS, ...limits };
    this.#answerCall = answerCall ?? null;
    this.#process = new AdapterProcess(
      command,
      args,
      {
        onOutput: (chunk) => this.#receive(chunk),
        onCannotStart: (why) => this.#break('cannot-start', `the adapter cannot be started: ${why}`),
        onEnd: (how) => this.#ended(how),
      },
      { ...(channel && { channel }), ...(inherits && { inherits }) },
    );
  }

  /** What broke the conversation, from when it did. */
  get problem(): AdapterProblem | null {
    return this.#problem;
  }

  /** The problem, while nobody has got it in place of an answer. */
  get untoldProblem(): AdapterProblem | null {
    return this.#isTold ? null : this.#problem;
  }

  /** The pipe beside the conversation, when it is held on descriptor 3. */
  get beside(): Duplex | null {
    return this.#process.beside;
  }

  /** From now on long bytes travel behind the line, in both directions. */
  attach(): void {
    this.#canAttach = true;
    this.#reader.attach();
  }

  /**
   * The result, checked against the schema. Rejects with an AdapterProblem. Never settles when a boot is asked before the
   * answer has come, so who needs the answer waits for it first.
   */
  async ask(op: Question, takes: object): Promise<unknown> {
    const reply = await this.exchange(op, takes);
    if ('broke' in reply) throw this.#problemOf('broke', `the adapter broke in ${op}: ${reply.broke}`);
    if ('cannot' in reply) throw this.#cannot(op, takes, reply.cannot);
    return reply.result;
  }

  /** The reply to anything, also to what is no operation; a result is checked where there is a definition of it. */
  exchange(op: string, takes: object): Promise<Reply> {
    if (this.#problem !== null) {
      this.#isTold = true;
      return Promise.reject(this.#problem);
    }
    if (op === 'boot') this.#overtake();
    const id = this.#nextId;
    this.#nextId += 1;
    return new Promise((settle, fail) => {
      const now = performance.now();
      this.#asked.set(id, { op, since: now, settle, fail });
      this.#say({ id, op, ...takes });
      this.#lastMessage = now;
      if (this.#watch === null) this.#watchFor(this.#silence);
    });
  }

  /** After a boot nobody waits for what was asked before; it may still be answered, and need not be. */
  #overtake(): void {
    for (const id of this.#asked.keys()) this.#overtaken.add(id);
    this.#asked.clear();
  }

  /** Lets the adapter end by itself, which it should when its standard input is closed; then ends its process group. */
  async end(): Promise<ProcessEnd> {
    this.#isOver = true;
    this.#unwatch();
    const end = await this.#process.end(this.#limits.farewell);
    if (end.by === 'itself' && !end.isClean) this.#break('ended-badly', `the adapter ${end.how} when its standard input was closed`);
    return end;
  }

  /** Ends the process group at once, for one that has nothing to tidy up. */
  async discard(): Promise<void> {
    this.#isOver = true;
    this.#unwatch();
    await this.#process.kill();
  }

  #say(message: object): void {
    const pieces = encode(message, this.#canAttach);
    this.#trace?.said(String(pieces[0]));
    this.#process.write(pieces);
  }

  #receive(chunk: Buffer): void {
    if (this.#problem !== null) return;
    for (const heard of this.#reader.take(chunk)) {
      this.#lastMessage = performance.now();
      if (heard.kind === 'wrong') this.#break(heard.problem, heard.came);
      else if (heard.kind === 'reply') this.#takeReply(heard);
      else if (this.#answerCall === null) this.#break('no-reply', `the adapter sent what is no reply: ${heard.quote}`);
      else this.#takeCall(this.#answerCall, heard.call, heard.toDevice);
      if (this.#problem !== null) return;
    }
  }

  #takeReply({ reply, attached, quote }: Extract<Heard, { kind: 'reply' }>): void {
    const asked = this.#asked.take(reply.id);
    if (asked === undefined) {
      if (this.#overtaken.delete(reply.id)) return;
      const { id, op } = this.#lastAnswered;
      const what = reply.id === id ? `${id} (${op})` : reply.id;
      if (reply.id < this.#nextId) this.#break('answered-twice', `the adapter answered ${what} again: ${quote}`);
      else this.#break('never-asked', `the adapter answered ${reply.id}, which was not asked: ${quote}`);
      return;
    }
    this.#lastAnswered = { id: reply.id, op: asked.op };
    if (asked.op === 'hello') this.#unwatch();
    const wrong = 'result' in reply ? this.#schema.resultProblem(asked.op, reply.result) : null;
    if (wrong === null) asked.settle('result' in reply ? { id: reply.id, result: fromJson(reply.result, attached) } : reply);
    else asked.fail(this.#problemOf('wrong-result', `the adapter's result of ${asked.op} is not what the protocol says: ${wrong}`));
  }

  #takeCall(answerCall: AnswerCall, call: number, toDevice: DeviceCall): void {
    this.#calls += 1;
    if (this.#calls > MOST_CALLS) {
      this.#break('too-many-calls', `the adapter sent ${this.#calls} messages to its device without waiting for an answer`);
      return;
    }
    void answerCall(toDevice).then((result) => {
      this.#calls -= 1;
      if (this.#problem !== null) return;
      const answer = result.ok ? { ok: true, bytes: result.value } : { ok: false, errno: result.errno };
      this.#say({ call, answer });
    });
  }

  #ended(how: string): void {
    if (this.#isOver) return;
    this.#break('ended', `the adapter ${how}${this.#reader.middle}`);
  }

  #cannot(op: Question, takes: object, why: string): AdapterProblem {
    const promised = promiseOf(op, takes);
    if (promised === null) return this.#problemOf('not-there', `the adapter cannot do ${op}, which is asked of every adapter: ${why}`);
    return this.#problemOf('broken-promise', `the adapter cannot do ${op}, which ${promised} promises: ${why}`);
  }

  get #silence(): number {
    return [...this.#asked.values()].some(({ op }) => op === 'hello') ? this.#limits.greeting : this.#limits.silence;
  }

  /** Looks after a while whether there has been a message, and not at each of them. */
  #watchFor(milliseconds: number): void {
    this.#watch = setTimeout(() => {
      this.#watch = null;
      const [oldest] = this.#asked.values();
      if (oldest === undefined) return;
      const now = performance.now();
      const left = Math.min(this.#lastMessage + this.#silence, oldest.since + this.#limits.call) - now;
      if (left > 0) this.#watchFor(left);
      else if (now >= oldest.since + this.#limits.call)
        this.#breakSilent('slow', `${oldest.op} did not come back within ${this.#limits.call / 1000} s`);
      else if (this.#asked.size === 1) this.#breakSilent('late', `${oldest.op} took longer than ${this.#silence / 1000} s`);
      else this.#breakSilent('silent', `the adapter was silent for ${this.#silence / 1000} s, with an answer due to each of ${this.#due}`);
    }, milliseconds);
  }

  get #due(): string {
    return [...this.#asked.values()].map(({ op }) => op).join(', ');
  }

  #breakSilent(kind: 'slow' | 'late' | 'silent', came: string): void {
    if (this.#process.isNotReading) this.#break('stopped-reading', `${came}, and does not read what it is asked`);
    else if (this.#reader.middle !== '') this.#break('half-a-line', `${came},${this.#reader.middle}`);
    else this.#break(kind, came);
  }

  #unwatch(): void {
    if (this.#watch !== null) clearTimeout(this.#watch);
    this.#watch = null;
  }

  #problemOf(kind: ProblemKind, came: string): AdapterProblem {
    return new AdapterProblem(kind, came, this.#process.lastSaid);
  }

  #break(kind: ProblemKind, came: string): void {
    if (this.#problem !== null) return;
    const problem = this.#problemOf(kind, came);
    this.#problem = problem;
    this.#isTold = this.#asked.size > 0;
    this.#unwatch();
    this.#process.condemn();
    for (const { fail } of this.#asked.values()) fail(problem);
    this.#asked.clear();
  }
}

/** The capability that a subject would have to declare to be asked that; null when none. */
function promiseOf(op: Question, takes: object): string | null {
  if ('profile' in takes) return `device-${String(takes.profile)}`;
  return isOperation(op) ? CAPABILITY_OF_OPERATION[op] : null;
}

function isOperation(op: string): op is OperationName {
  return Object.hasOwn(CAPABILITY_OF_OPERATION, op);
}
