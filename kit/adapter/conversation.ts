import { messageOf } from '../errors.js';
import type { OperationName } from '../subject/operations.js';
import { AdapterProcess, type ProcessEnd } from './adapter-process.js';
import { Lines } from './lines.js';
import { AdapterProblem, type ProblemKind } from './problem.js';
import type { ReplySchema } from './replies.js';
import { fromJson, LONGEST_LINE, type Reply, toJson } from './wire.js';

/** Milliseconds. Silence counts only while an answer is due, from the last message of either side. */
export type Limits = { readonly greeting: number; readonly silence: number; readonly farewell: number };
const USUAL_LIMITS: Limits = { greeting: 10_000, silence: 5_000, farewell: 1_000 };

/** Of what an adapter said wrongly, how much is quoted. */
const QUOTED = 80;

export type Question = OperationName | 'hello';
type Asked = { readonly op: string; readonly settle: (reply: Reply) => void; readonly fail: (why: AdapterProblem) => void };

/**
 * A child process and what is said to it, one JSON object a line. It is never trusted: whatever it does against the
 * protocol ends the conversation, with a problem that everybody gets who waits for an answer.
 */
export class Conversation {
  readonly #process: AdapterProcess;
  readonly #schema: ReplySchema;
  readonly #limits: Limits;
  readonly #lines = new Lines(LONGEST_LINE);
  readonly #asked = new Map<number, Asked>();
  #nextId = 1;
  #timer: NodeJS.Timeout | null = null;
  #problem: AdapterProblem | null = null;
  #isTold = false;
  #isOver = false;

  constructor(command: string, args: readonly string[], schema: ReplySchema, limits: Partial<Limits> = {}) {
    this.#schema = schema;
    this.#limits = { ...USUAL_LIMITS, ...limits };
    this.#process = new AdapterProcess(command, args, {
      onOutput: (chunk) => this.#receive(chunk),
      onCannotStart: (why) => this.#break('cannot-start', `the adapter cannot be started: ${why}`),
      onEnd: (how) => this.#ended(how),
    });
  }

  /** What broke the conversation, from when it did. */
  get problem(): AdapterProblem | null {
    return this.#problem;
  }

  /** The problem, while nobody has got it in place of an answer. */
  get untoldProblem(): AdapterProblem | null {
    return this.#isTold ? null : this.#problem;
  }

  /** The result, checked against the schema. Rejects with an AdapterProblem. */
  async ask(op: Question, takes: object): Promise<unknown> {
    const reply = await this.exchange(op, takes);
    if ('broke' in reply) throw this.#problemOf('broke', `the adapter broke in ${op}: ${reply.broke}`);
    if ('cannot' in reply)
      throw this.#problemOf('broken-promise', `the adapter cannot do ${op}, which its capabilities promise: ${reply.cannot}`);
    const wrong = this.#schema.resultProblem(op, reply.result);
    if (wrong !== null) throw this.#problemOf('wrong-result', `the adapter's result of ${op} is not what the protocol says: ${wrong}`);
    return fromJson(reply.result);
  }

  /** The reply to anything, also to what is no operation, as it came. Rejects with an AdapterProblem. */
  exchange(op: string, takes: object): Promise<Reply> {
    if (this.#problem !== null) {
      this.#isTold = true;
      return Promise.reject(this.#problem);
    }
    const id = this.#nextId;
    this.#nextId += 1;
    return new Promise((settle, fail) => {
      this.#asked.set(id, { op, settle, fail });
      this.#process.write(`${JSON.stringify({ id, op, ...Object(toJson(takes)) })}\n`);
      this.#watch(op === 'hello' ? this.#limits.greeting : this.#limits.silence);
    });
  }

  /** Lets the adapter end by itself, which it should when its standard input is closed; then ends its process group. */
  async end(): Promise<ProcessEnd> {
    this.#isOver = true;
    this.#unwatch();
    const end = await this.#process.end(this.#limits.farewell);
    if (end.by === 'itself' && !end.isClean) this.#break('ended-badly', `the adapter ${end.how} when its standard input was closed`);
    return end;
  }

  #receive(chunk: Buffer): void {
    if (this.#problem !== null) return;
    for (const line of this.#lines.take(chunk)) {
      if (line === 'too long') this.#break('long-line', `the adapter sent a line of more than ${LONGEST_LINE} bytes`);
      else this.#hear(line);
      if (this.#problem !== null) return;
    }
  }

  #hear(line: Buffer): void {
    const message = this.#read(line);
    if (message === null) return;
    const asked = this.#asked.get(message.id);
    if (asked === undefined) {
      if (message.id < this.#nextId) this.#break('answered-twice', `the adapter answered ${message.id} again: ${quote(line)}`);
      else this.#break('never-asked', `the adapter answered ${message.id}, which was not asked: ${quote(line)}`);
      return;
    }
    this.#asked.delete(message.id);
    if (this.#asked.size === 0) this.#unwatch();
    else this.#watch(this.#limits.silence);
    asked.settle(message);
  }

  #read(line: Buffer): Reply | null {
    let text: string;
    try {
      text = new TextDecoder('utf-8', { fatal: true }).decode(line);
    } catch {
      return this.#break('not-utf-8', `the adapter wrote to standard output what is no UTF-8: ${quote(line)}`);
    }
    let message: unknown;
    try {
      message = JSON.parse(text);
    } catch (error) {
      return this.#break('not-json', `the adapter wrote to standard output what is no message (${messageOf(error)}): ${quote(line)}`);
    }
    return this.#schema.isReply(message) ? message : this.#break('no-reply', `the adapter sent what is no reply: ${quote(line)}`);
  }

  #ended(how: string): void {
    if (this.#isOver) return;
    const middle = this.#lines.pending === 0 ? '' : ` in the middle of a line of ${this.#lines.pending} bytes`;
    this.#break('ended', `the adapter ${how}${middle}`);
  }

  #watch(limit: number): void {
    this.#unwatch();
    this.#timer = setTimeout(() => {
      const waiting = [...this.#asked.values()].map(({ op }) => op).join(', ');
      const silent = `the adapter was silent for ${limit} ms, with an answer due to ${waiting}`;
      if (this.#process.isNotReading) this.#break('stopped-reading', `${silent}, and does not read what it is asked`);
      else if (this.#lines.pending > 0) this.#break('half-a-line', `${silent}, in the middle of a line of ${this.#lines.pending} bytes`);
      else this.#break('silent', silent);
    }, limit);
  }

  #unwatch(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }

  #problemOf(kind: ProblemKind, came: string): AdapterProblem {
    return new AdapterProblem(kind, came, this.#process.lastSaid);
  }

  #break(kind: ProblemKind, came: string): null {
    if (this.#problem !== null) return null;
    const problem = this.#problemOf(kind, came);
    this.#problem = problem;
    this.#isTold = this.#asked.size > 0;
    this.#unwatch();
    this.#process.condemn();
    for (const { fail } of this.#asked.values()) fail(problem);
    this.#asked.clear();
    return null;
  }
}

function quote(line: Buffer): string {
  const text = line.subarray(0, QUOTED).toString();
  return line.length > QUOTED ? `${text}...` : text;
}
