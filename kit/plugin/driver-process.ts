import { type ChildProcess, type ForkOptions, fork } from 'node:child_process';
import { once } from 'node:events';
import { pathToFileURL } from 'node:url';
import { shortened } from '../shortened.js';
import type { RemoteDriver } from './bind-driver.js';
import type { Ask, NumberedAsk, Reply } from './messages.js';

/** Milliseconds that the driver has for one operation, and for being loaded before the first. */
const OPERATION_LIMIT = 2_000;
const START_LIMIT = 20_000;
/** Milliseconds that the process has for ending by itself. */
const FAREWELL = 1_000;
/** How often a driver whose process ended is started again, in all. */
const MOST_STARTS = 10;
/** How much of what the driver wrote to standard error is kept; the end of it. */
const KEPT_OUTPUT = 4_096;

const HOST = new URL('driver-host.js', import.meta.url);

type Waiting = { readonly op: Ask['op']; readonly settle: (reply: Reply | Error) => void };

const TYPESCRIPT: Pick<ForkOptions, 'execArgv'> = {
  execArgv: ['--no-warnings', '--loader', new URL('typescript-hooks.js', import.meta.url).href],
};

/** A process with a vendor's driver in it. It is never trusted: it may hang, die or answer nonsense, and that is named. */
export class DriverProcess implements RemoteDriver {
  readonly #file: string;
  readonly #waiting = new Map<number, Waiting>();
  #child: ChildProcess | null = null;
  #starts = 0;
  #asked = 0;
  #output = '';

  constructor(file: string) {
    this.#file = file;
  }

  /** What the driver gave, unchecked. Rejects with what went wrong, in words. */
  async ask(ask: Ask): Promise<unknown> {
    const child = this.#child ?? this.#start();
    this.#asked += 1;
    const id = this.#asked;
    const limit = ask.op === 'create' ? START_LIMIT : OPERATION_LIMIT;
    const answered = new Promise<Reply | Error>((settle) => this.#waiting.set(id, { op: ask.op, settle }));
    const timer = setTimeout(() => this.#end(new Error(`the driver did not come back from ${ask.op} within ${limit} ms`)), limit);
    const numbered: NumberedAsk = { ...ask, id };
    child.send(numbered, (error) => {
      if (error) this.#waiting.get(id)?.settle(new Error(`the driver's process takes no more messages: ${error.message}`));
    });
    const reply = await answered;
    clearTimeout(timer);
    this.#waiting.delete(id);
    if (reply instanceof Error) throw reply;
    const { threw, unsendable } = reply;
    if (threw !== undefined) throw new Error(`the driver threw in ${ask.op}: ${shortened(String(threw))}`);
    if (unsendable !== undefined)
      throw new Error(`the driver gave back from ${ask.op} what cannot be sent to another process: ${shortened(String(unsendable))}`);
    return reply.value;
  }

  /** Lets the process end by itself, since only then what it was asked for at its end is written, such as its coverage. */
  async stop(): Promise<void> {
    const child = this.#child;
    this.#child = null;
    this.#tellWaiting(new Error('the driver was stopped'));
    if (child === null || child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    const lastResort = setTimeout(() => child.kill('SIGKILL'), FAREWELL);
    if (child.connected) child.disconnect();
    await gone;
    clearTimeout(lastResort);
  }

  #start(): ChildProcess {
    this.#starts += 1;
    if (this.#starts > MOST_STARTS) throw new Error(`the process of the driver ended ${MOST_STARTS} times, and is not started again`);
    const child = fork(HOST, [pathToFileURL(this.#file).href], {
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      ...(/\.[cm]?ts$/.test(this.#file) && TYPESCRIPT),
    });
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      this.#output = `${this.#output}${text}`.slice(-KEPT_OUTPUT);
    });
    child.on('message', (reply: Reply) => this.#waiting.get(Object(reply).id)?.settle(reply));
    child.on('exit', (code, signal) => {
      if (this.#child === child)
        this.#end(new Error(`the process of the driver ended ${signal === null ? `with ${code}` : `by ${signal}`}`));
    });
    child.on('error', (error) => this.#end(error));
    this.#child = child;
    this.#output = '';
    return child;
  }

  /** Ends the process, and tells everybody who waits for it why. */
  #end(why: Error): void {
    const child = this.#child;
    this.#child = null;
    child?.kill('SIGKILL');
    this.#tellWaiting(why);
  }

  #tellWaiting(why: Error): void {
    const last = lastSaid(this.#output);
    for (const { op, settle } of this.#waiting.values()) {
      settle(
        new Error(`${why.message}${why.message.includes(op) ? '' : `, in the middle of ${op}`}${last ? `; it last said: ${last}` : ''}`),
      );
    }
  }
}

/** The last line that says something: not where an error came from, nor the version of Node.js that stands below it. */
function lastSaid(output: string): string | undefined {
  return output.split('\n').findLast((line) => !/^\s*(at .*|Node\.js v[\d.]+)?$/.test(line));
}
