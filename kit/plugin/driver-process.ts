import { fileURLToPath, pathToFileURL } from 'node:url';
import { AdapterProcess } from '../adapter/adapter-process.js';
import { messageOf } from '../errors.js';
import { shortened } from '../shortened.js';
import type { RemoteDriver } from './bind-driver.js';
import { Frames, frame } from './frames.js';
import type { Ask, NumberedAsk, Reply } from './messages.js';

/** Milliseconds that the driver has for one operation, and for being loaded before the first. */
const OPERATION_LIMIT = 2_000;
const START_LIMIT = 20_000;
/** Milliseconds that the process has for ending by itself. */
const FAREWELL = 1_000;
/** How often a driver whose process ended is started again, in all. */
const MOST_STARTS = 10;

const HOST = fileURLToPath(new URL('driver-host.js', import.meta.url));
const TYPESCRIPT: readonly string[] = [
  '--no-warnings',
  '--enable-source-maps',
  '--loader',
  new URL('typescript-hooks.js', import.meta.url).href,
];

type Waiting = { readonly op: Ask['op']; readonly settle: (reply: Reply | Error) => void };

/** A process with a vendor's driver in it. It is never trusted: it may hang, die or answer nonsense, and that is named. */
export class DriverProcess implements RemoteDriver {
  readonly #file: string;
  readonly #waiting = new Map<number, Waiting>();
  #process: AdapterProcess | null = null;
  #starts = 0;
  #asked = 0;

  constructor(file: string) {
    this.#file = file;
  }

  /** What the driver gave, unchecked. Rejects with what went wrong, in words. */
  async ask(ask: Ask): Promise<unknown> {
    const running = this.#process ?? this.#start();
    this.#asked += 1;
    const id = this.#asked;
    const limit = ask.op === 'create' ? START_LIMIT : OPERATION_LIMIT;
    const answered = new Promise<Reply | Error>((settle) => this.#waiting.set(id, { op: ask.op, settle }));
    const timer = setTimeout(() => this.#end(`the driver did not come back from ${ask.op} within ${limit} ms`), limit);
    const numbered: NumberedAsk = { ...ask, id };
    running.write(frame(numbered));
    const reply = await answered;
    clearTimeout(timer);
    this.#waiting.delete(id);
    if (reply instanceof Error) throw reply;
    const { threw, unsendable } = reply;
    if (threw !== undefined) {
      const where = ask.op === 'create' ? 'when it was loaded' : `the driver threw in ${ask.op}`;
      throw new Error(`${where}: ${shortened(String(threw))}`);
    }
    if (unsendable !== undefined)
      throw new Error(`the driver gave back from ${ask.op} what cannot be sent to another process: ${shortened(String(unsendable))}`);
    return reply.value;
  }

  /** Lets the process end by itself, since only then what it was asked for at its end is written, such as its coverage. */
  async stop(): Promise<void> {
    const running = this.#process;
    this.#process = null;
    this.#tellWaiting('the driver was stopped', '');
    await running?.end(FAREWELL);
  }

  #start(): AdapterProcess {
    this.#starts += 1;
    if (this.#starts > MOST_STARTS) throw new Error(`the process of the driver ended ${MOST_STARTS} times, and is not started again`);
    const frames = new Frames();
    const options = /\.[cm]?ts$/.test(this.#file) ? TYPESCRIPT : process.execArgv;
    const running: AdapterProcess = new AdapterProcess(
      process.execPath,
      [...options, HOST, pathToFileURL(this.#file).href],
      {
        onOutput: (chunk) => {
          if (this.#process === running) this.#receive(frames, chunk);
        },
        onCannotStart: (why) => this.#end(`the process of the driver cannot be started: ${why}`),
        onEnd: (how) => {
          if (this.#process === running) this.#end(`the process of the driver ${how}`);
        },
      },
      { channel: 'descriptor 3', inherits: Object.keys(process.env) },
    );
    this.#process = running;
    return running;
  }

  #receive(frames: Frames, chunk: Buffer): void {
    try {
      for (const reply of frames.take(chunk)) this.#waiting.get(Object(reply).id)?.settle(Object(reply));
    } catch (error) {
      this.#end(`the process of the driver sent what is no answer, ${messageOf(error)}`);
    }
  }

  /** Ends the process, and tells everybody who waits for it why. */
  #end(why: string): void {
    const running = this.#process;
    this.#process = null;
    void running?.kill();
    this.#tellWaiting(why, running?.lastSaid ?? '');
  }

  #tellWaiting(why: string, lastSaid: string): void {
    const said = lastSaid === '' ? '' : `; it last said: ${lastSaid}`;
    for (const { op, settle } of this.#waiting.values())
      settle(new Error(`${why}${why.includes(op) ? '' : `, in the middle of ${op}`}${said}`));
  }
}
