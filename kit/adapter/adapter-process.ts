import { type ChildProcessByStdio, spawn } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import { messageOf } from '../errors.js';

/** What an adapter gets to see of the environment. */
const ENVIRONMENT = /^(PATH|HOME|LANG|LC_[A-Z]+|TMPDIR)$/;
/** How many characters of what the adapter wrote to standard error are kept; the end of it. */
const KEPT_OUTPUT = 4_096;
/** Milliseconds that output may still arrive in after the program has ended. */
const LAST_OUTPUT = 200;

/** How the program ended; `by` is what had to be done for it. */
export type ProcessEnd = { readonly by: 'itself' | 'SIGTERM' | 'SIGKILL'; readonly how: string; readonly isClean: boolean };

export type ProcessListener = {
  readonly onOutput: (chunk: Buffer) => void;
  readonly onCannotStart: (why: string) => void;
  readonly onEnd: (how: string) => void;
};

/** A child process in a group of its own, without a shell. Whatever it does, it and its group can be ended in bounded time. */
export class AdapterProcess {
  readonly #child: ChildProcessByStdio<Writable, Readable, Readable> | null;
  readonly #gone: Promise<void>;
  #output = '';
  #by: ProcessEnd['by'] = 'itself';
  #how = 'did not start';
  #isClean = false;

  constructor(command: string, args: readonly string[], { onOutput, onCannotStart, onEnd }: ProcessListener) {
    this.#child = start(command, args, onCannotStart);
    if (this.#child === null) {
      this.#gone = Promise.resolve();
      return;
    }
    const { stdin, stdout, stderr } = this.#child;
    stdin.on('error', () => {
      // Who stops reading falls silent or ends, and that is named.
    });
    stdout.on('data', onOutput);
    stderr.setEncoding('utf8').on('data', (text: string) => {
      this.#output = `${this.#output}${text}`.slice(-KEPT_OUTPUT);
    });
    this.#child.on('error', (error) => onCannotStart(error.message));
    this.#child.on('exit', () => {
      this.#signal('SIGKILL');
      // A process that left the group may keep the pipes open for as long as it likes.
      setTimeout(() => this.#closePipes(), LAST_OUTPUT).unref();
    });
    this.#gone = new Promise((gone) => {
      this.#child?.on('close', (code, signal) => {
        this.#how = signal === null ? `ended with ${code}` : `was ended by ${signal}`;
        this.#isClean = code === 0;
        onEnd(this.#how);
        gone();
      });
    });
    process.on('exit', this.#killAtOnce);
  }

  /** The last line on standard error, perhaps only its end; empty when there was none. */
  get lastSaid(): string {
    return this.#output.trim().split('\n').at(-1)?.slice(-200) ?? '';
  }

  /** Whether much of what was written waits for being read. */
  get isNotReading(): boolean {
    return (this.#child?.stdin.writableLength ?? 0) > 0;
  }

  write(pieces: readonly (string | Uint8Array)[]): void {
    for (const piece of pieces) this.#child?.stdin.write(piece);
  }

  /** Nothing that it says matters any more. */
  condemn(): void {
    this.#child?.stdout.destroy();
    this.#terminate();
  }

  /** Closes its standard input, and has patience for `farewell` milliseconds before SIGTERM, and as long before SIGKILL. */
  async end(farewell: number): Promise<ProcessEnd> {
    this.#child?.stdin.end();
    if (!(await this.#goesWithin(farewell))) this.#terminate();
    if (!(await this.#goesWithin(farewell))) {
      this.#by = 'SIGKILL';
      this.#signal('SIGKILL');
      this.#closePipes();
      await this.#gone;
    }
    process.off('exit', this.#killAtOnce);
    return { by: this.#by, how: this.#how, isClean: this.#isClean };
  }

  readonly #killAtOnce = (): void => this.#signal('SIGKILL');

  #terminate(): void {
    if (this.#by !== 'itself') return;
    this.#by = 'SIGTERM';
    this.#signal('SIGTERM');
  }

  async #goesWithin(milliseconds: number): Promise<boolean> {
    let timer: NodeJS.Timeout | undefined;
    const patience = new Promise<boolean>((over) => {
      timer = setTimeout(() => over(false), milliseconds);
    });
    const isGone = await Promise.race([this.#gone.then(() => true), patience]);
    clearTimeout(timer);
    return isGone;
  }

  #closePipes(): void {
    this.#child?.stdin.destroy();
    this.#child?.stdout.destroy();
    this.#child?.stderr.destroy();
  }

  #signal(name: 'SIGTERM' | 'SIGKILL'): void {
    const pid = this.#child?.pid;
    if (pid === undefined) return;
    try {
      process.kill(-pid, name);
    } catch {
      // The whole group is gone already.
    }
  }
}

function start(command: string, args: readonly string[], onCannotStart: (why: string) => void) {
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => ENVIRONMENT.test(name)));
  try {
    return spawn(command, args, { stdio: ['pipe', 'pipe', 'pipe'], detached: true, env });
  } catch (error) {
    process.nextTick(onCannotStart, messageOf(error));
    return null;
  }
}
