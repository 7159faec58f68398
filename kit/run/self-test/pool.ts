import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { availableParallelism } from 'node:os';

const MOST_WORKERS = 4;
/** Milliseconds that a worker has for ending by itself. */
const PATIENCE = 2000;

/** Worker processes, each of which loads the steps once and then answers one question after the other. */
export class Pool<Question extends object, Answer> {
  readonly #seats: readonly Seat<Question, Answer>[];

  /** `module` is what the processes run: it gets a question in a message, and sends the answer in one. */
  constructor(module: URL) {
    this.#seats = Array.from({ length: Math.min(MOST_WORKERS, availableParallelism()) }, () => new Seat(module));
  }

  get size(): number {
    return this.#seats.length;
  }

  /**
   * The answers in the order of the questions, which are taken up in that order, too; null for a question that ended
   * the process it was asked in. Rejects when the signal is aborted.
   */
  async ask(questions: readonly Question[], signal: AbortSignal, onAnswer: () => void = () => {}): Promise<readonly (Answer | null)[]> {
    const answers = questions.map((): Answer | null => null);
    const waiting = [...questions.entries()];
    const serve = async (seat: Seat<Question, Answer>) => {
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
        const [index, question] = next;
        // A worker may also die of what an earlier question left behind, so only the second death is this one's.
        answers[index] = (await seat.ask(question, signal)) ?? (await seat.ask(question, signal));
        onAnswer();
      }
    };
    await Promise.all(this.#seats.map(serve));
    return answers;
  }

  /** Lets the processes end by themselves, which takes them no time unless they are stuck. */
  async close(): Promise<void> {
    await Promise.all(this.#seats.map((seat) => seat.clear()));
  }
}

/** One worker at a time; a dead one is replaced when it is next needed. */
class Seat<Question extends object, Answer> {
  readonly #module: URL;
  #worker: ChildProcess | null = null;

  constructor(module: URL) {
    this.#module = module;
  }

  /** The worker's answer, or null when it ended without one. */
  async ask(question: Question, signal: AbortSignal): Promise<Answer | null> {
    const worker = this.#worker?.connected ? this.#worker : this.#start();
    const answered = new AbortController();
    const either = { signal: AbortSignal.any([signal, answered.signal]) };
    try {
      const answer = once(worker, 'message', either).then(([message]: Answer[]) => message ?? null);
      const ended = once(worker, 'exit', either).then(() => null);
      worker.send(question);
      return await Promise.race([answer, ended]);
    } finally {
      answered.abort();
    }
  }

  async clear(): Promise<void> {
    const worker = this.#worker;
    if (worker === null || worker.exitCode !== null || worker.signalCode !== null) return;
    const gone = once(worker, 'exit');
    const lastResort = setTimeout(() => worker.kill('SIGKILL'), PATIENCE);
    if (worker.connected) worker.disconnect();
    await gone;
    clearTimeout(lastResort);
  }

  #start(): ChildProcess {
    this.#worker = fork(this.#module, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
    return this.#worker;
  }
}
