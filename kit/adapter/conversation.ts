import { type ChildProcessByStdio, spawn } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import { messageOf } from '../errors.js';
import type { OperationName } from '../subject/operations.js';
import type { ReplySchema } from './replies.js';
import { fromJson, LONGEST_LINE, toJson } from './wire.js';

/** Milliseconds. Silence counts only while an answer is due, from the last message of either side. */
export type Limits = { readonly greeting: number; readonly silence: number; readonly farewell: number };
const USUAL_LIMITS: Limits = { greeting: 10_000, silence: 5_000, farewell: 1_000 };

/** How much of what the adapter wrote to standard error is kept; the end of it. */
const KEPT_OUTPUT = 4_096;
/** Of what an adapter said wrongly, how much is quoted. */
const QUOTED = 80;

/** What an adapter gets to see of the environment. */
const ENVIRONMENT = ['PATH', 'HOME', 'LANG', 'LC_ALL', 'TMPDIR'] as const;

/** An operation that there is not: who does not know it says that it cannot do it. */
export const NO_OPERATION = 'no-such-operation';
export type Question = OperationName | 'hello' | typeof NO_OPERATION;

/** The adapter said that it cannot do what it was asked. */
export class Cannot extends Error {
  override readonly name = 'Cannot';
}

type Asked = { readonly op: Question; readonly settle: (value: unknown) => void; readonly fail: (why: Error) => void };

/**
 * A child process and what is said to it, one JSON object a line. It is never trusted: whatever it does wrong ends the
 * conversation, with a sentence that everybody gets who waits for an answer.
 */
export class Conversation {
  readonly #child: ChildProcessByStdio<Writable, Readable, Readable>;
  readonly #schema: ReplySchema;
  readonly #limits: Limits;
  readonly #asked = new Map<number, Asked>();
  readonly #exited: Promise<void>;
  #pieces: Buffer[] = [];
  #pendingLength = 0;
  #nextId = 1;
  #output = '';
  #timer: NodeJS.Timeout | null = null;
  #problem: Error | null = null;

  constructor(command: string, args: readonly string[], schema: ReplySchema, limits: Partial<Limits> = {}) {
    this.#schema = schema;
    this.#limits = { ...USUAL_LIMITS, ...limits };
    const env = Object.fromEntries(ENVIRONMENT.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]])));
    this.#child = spawn(command, args, { stdio: ['pipe', 'pipe', 'pipe'], detached: true, env });
    const { stdin, stdout, stderr } = this.#child;
    stdin.on('error', () => {
      // Whoever stops reading ends the conversation by silence or by going away, and that is named.
    });
    stdout.on('data', (chunk: Buffer) => this.#receive(chunk));
    stderr.setEncoding('utf8').on('data', (text: string) => {
      this.#output = `${this.#output}${text}`.slice(-KEPT_OUTPUT);
    });
    this.#child.on('error', (error) => this.#break(`the adapter cannot be started: ${error.message}`));
    this.#exited = new Promise((gone) => {
      this.#child.on('close', (code, signal) => {
        this.#break(signal === null ? `the adapter ended with ${code}` : `the adapter was ended by ${signal}`);
        gone();
      });
    });
    process.on('exit', this.#kill);
  }

  get isBroken(): boolean {
    return this.#problem !== null;
  }

  /** The result, checked against the schema. Rejects with what went wrong, in words. */
  ask(op: Question, takes: object): Promise<unknown> {
    if (this.#problem !== null) return Promise.reject(this.#problem);
    const id = this.#nextId;
    this.#nextId += 1;
    return new Promise((settle, fail) => {
      this.#asked.set(id, { op, settle, fail });
      this.#child.stdin.write(`${JSON.stringify({ id, op, ...Object(toJson(takes)) })}\n`);
      this.#watch(op === 'hello' ? this.#limits.greeting : this.#limits.silence);
    });
  }

  /**
   * Lets the adapter end by itself, which it should when its standard input is closed; then ends its process group.
   * @returns whether it did end by itself
   */
  async end(): Promise<boolean> {
    this.#problem ??= new Error('the conversation is over');
    this.#unwatch();
    this.#child.stdin.end();
    let timer: NodeJS.Timeout | undefined;
    const patience = new Promise<boolean>((over) => {
      timer = setTimeout(over, this.#limits.farewell, false);
    });
    const hasEnded = await Promise.race([this.#exited.then(() => true), patience]);
    clearTimeout(timer);
    this.#kill();
    await this.#exited;
    process.off('exit', this.#kill);
    return hasEnded;
  }

  readonly #kill = (): void => {
    const { pid } = this.#child;
    if (pid === undefined) return;
    try {
      process.kill(-pid, 'SIGKILL');
    } catch {
      // The whole group is gone already.
    }
  };

  #receive(chunk: Buffer): void {
    if (this.#problem !== null) return;
    let rest = chunk;
    for (let end = rest.indexOf(0x0a); end !== -1; end = rest.indexOf(0x0a)) {
      const line = Buffer.concat([...this.#pieces, rest.subarray(0, end)]);
      this.#pieces = [];
      this.#pendingLength = 0;
      rest = rest.subarray(end + 1);
      this.#hear(line);
      if (this.#problem !== null) return;
    }
    this.#pieces.push(rest);
    this.#pendingLength += rest.length;
    if (this.#pendingLength > LONGEST_LINE) this.#break(`the adapter sent a line of more than ${LONGEST_LINE} bytes`);
  }

  #hear(line: Buffer): void {
    let message: unknown;
    try {
      message = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(line));
    } catch (error) {
      this.#break(`the adapter wrote to standard output what is no message (${messageOf(error)}): ${quote(line)}`);
      return;
    }
    if (!this.#schema.isReply(message)) {
      this.#break(`the adapter sent what is no reply, { id, result }, { id, cannot } or { id, broke }: ${quote(line)}`);
      return;
    }
    const asked = this.#asked.get(message.id);
    if (asked === undefined) {
      this.#break(`the adapter answered ${message.id}, which was not asked, or was answered before: ${quote(line)}`);
      return;
    }
    this.#asked.delete(message.id);
    if (this.#asked.size === 0) this.#unwatch();
    else this.#watch(this.#limits.silence);
    if ('broke' in message) asked.fail(new Error(`the adapter broke in ${asked.op}: ${message.broke}`));
    else if ('cannot' in message)
      asked.fail(new Cannot(`the adapter cannot do ${asked.op}, which its capabilities promise: ${message.cannot}`));
    else {
      const problem = this.#schema.resultProblem(asked.op, message.result);
      if (problem === null) asked.settle(fromJson(message.result));
      else asked.fail(new Error(`the adapter's result of ${asked.op} is not what the protocol says: ${problem}`));
    }
  }

  #watch(limit: number): void {
    this.#unwatch();
    this.#timer = setTimeout(() => {
      const waiting = [...this.#asked.values()].map(({ op }) => op).join(', ');
      this.#break(`the adapter was silent for ${limit} ms, with an answer due to ${waiting}`);
    }, limit);
  }

  #unwatch(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }

  #break(what: string): void {
    if (this.#problem !== null) return;
    const last = this.#output.trim().split('\n').at(-1);
    const problem = new Error(last ? `${what}; it last said on standard error: ${last.slice(-200)}` : what);
    this.#problem = problem;
    this.#unwatch();
    this.#pieces = [];
    this.#kill();
    for (const { fail } of this.#asked.values()) fail(problem);
    this.#asked.clear();
  }
}

function quote(line: Buffer): string {
  const text = line.subarray(0, QUOTED).toString();
  return line.length > QUOTED ? `${text}...` : text;
}
