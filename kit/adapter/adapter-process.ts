import { type ChildProcess, type StdioOptions, spawn } from 'node:child_process';
import { Duplex, type Readable, type Writable } from 'node:stream';
import { messageOf } from '../errors.js';

/** What an adapter gets to see of the environment. */
const ENVIRONMENT = /^(PATH|HOME|LANG|LC_[A-Z]+|TMPDIR)$/;
/** How many characters of what the adapter wrote to standard error are kept; the end of it. */
const KEPT_OUTPUT = 4_096;
/** Where an error came from, and the version that Node.js writes below it. */
const SAYS_NOTHING = /^\s*(at .*|Node\.js v[\d.]+)?$/;
/** Milliseconds that output may still arrive in after the program has ended. */
const LAST_OUTPUT = 200;

/** How the program ended; `by` is what had to be done for it. */
export type ProcessEnd = { readonly by: 'itself' | 'SIGTERM' | 'SIGKILL'; readonly how: string; readonly isClean: boolean };

export type ProcessListener = {
  readonly onOutput: (chunk: Buffer) => void;
  readonly onCannotStart: (why: string) => void;
  readonly onEnd: (how: string) => void;
};

/** Where the program is spoken with: its standard input and output, or a pipe that it inherits as descriptor 3, with one for something else beside it. */
export type Channel = 'standard' | 'descriptor 3';

/** `inherits` are variables of the environment that the program gets beside the usual ones. */
export type ProcessOptions = { readonly channel?: Channel; readonly inherits?: readonly string[] };

/** A child process in a group of its own, without a shell. Whatever it does, it and its group can be ended in bounded time. */
export class AdapterProcess {
  readonly #child: ChildProcess | null;
  readonly #pipes: Pipes | null = null;
  readonly #gone: Promise<void>;
  #output = '';
  #by: ProcessEnd['by'] = 'itself';
  #how = 'did not start';
  #isClean = false;

  constructor(
    command: string,
    args: readonly string[],
    { onOutput, onCannotStart, onEnd }: ProcessListener,
    { channel = 'standard', inherits = [] }: ProcessOptions = {},
  ) {
    this.#child = start(command, args, { channel, inherits }, onCannotStart);
    if (this.#child === null) {
      this.#gone = Promise.resolve();
      return;
    }
    const pipes = pipesOf(this.#child, channel);
    this.#pipes = pipes;
    for (const pipe of [pipes.input, pipes.beside]) {
      pipe?.on('error', () => {
        // Who stops reading falls silent or ends, and that is named.
      });
    }
    pipes.output.on('data', onOutput);
    for (const stream of pipes.noise) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        this.#output = `${this.#output}${text}`.slice(-KEPT_OUTPUT);
      });
    }
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

  /** The pipe beside the conversation, which the program has as descriptor 4. */
  get beside(): Duplex | null {
    return this.#pipes?.beside ?? null;
  }

  /** The last line on standard error that says something, perhaps only its end; empty when there was none. */
  get lastSaid(): string {
    return (
      this.#output
        .split('\n')
        .findLast((line) => !SAYS_NOTHING.test(line))
        ?.trim()
        .slice(-200) ?? ''
    );
  }

  /** Whether much of what was written waits for being read. */
  get isNotReading(): boolean {
    return (this.#pipes?.input.writableLength ?? 0) > 0;
  }

  write(pieces: readonly (string | Uint8Array)[]): void {
    const input = this.#pipes?.input;
    if (input === undefined) return;
    // What is said in one turn goes out at once, since waking the program costs more than writing.
    input.cork();
    for (const piece of pieces) input.write(piece);
    process.nextTick(() => input.uncork());
  }

  /** Nothing that it says matters any more. */
  condemn(): void {
    this.#pipes?.output.destroy();
    this.#terminate();
  }

  /** Closes its standard input, and has patience for `farewell` milliseconds before SIGTERM, and as long before SIGKILL. */
  async end(farewell: number): Promise<ProcessEnd> {
    this.#pipes?.input.end();
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

  /** Ends it without a farewell. */
  async kill(): Promise<void> {
    this.#signal('SIGKILL');
    await this.#gone;
    process.off('exit', this.#killAtOnce);
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
    for (const stream of this.#child?.stdio ?? []) stream?.destroy();
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

function start(
  command: string,
  args: readonly string[],
  { channel, inherits }: Required<ProcessOptions>,
  onCannotStart: (why: string) => void,
) {
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => ENVIRONMENT.test(name) || inherits.includes(name)));
  try {
    return spawn(command, args, { stdio: STDIO[channel], detached: true, env });
  } catch (error) {
    process.nextTick(onCannotStart, messageOf(error));
    return null;
  }
}

const STDIO: Readonly<Record<Channel, StdioOptions>> = {
  standard: ['pipe', 'pipe', 'pipe'],
  'descriptor 3': ['ignore', 'pipe', 'pipe', 'pipe', 'pipe'],
};

/** `noise` is what the program says beside the conversation. */
type Pipes = { readonly input: Writable; readonly output: Readable; readonly noise: readonly Readable[]; readonly beside: Duplex | null };

function pipesOf({ stdin, stdout, stderr, stdio }: ChildProcess, channel: Channel): Pipes {
  const [, , , third, fourth] = stdio;
  if (channel === 'standard' && stdin !== null && stdout !== null && stderr !== null)
    return { input: stdin, output: stdout, noise: [stderr], beside: null };
  if (third instanceof Duplex && fourth instanceof Duplex && stdout !== null && stderr !== null)
    return { input: third, output: third, noise: [stdout, stderr], beside: fourth };
  throw new Error('the process was started without its pipes');
}
