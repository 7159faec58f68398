import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { type Candidate, type Row, rowWithout } from './row.js';

const MOST_WORKERS = 4;
/** Milliseconds that a worker has for ending by itself. */
const PATIENCE = 2000;
const WORKER = new URL('worker.js', import.meta.url);

/**
 * Judges every candidate in worker processes, each of which loads the steps once and then takes one candidate after the other.
 * Rows come back in the order of the candidates. Rejects when the signal is aborted.
 */
export async function judgeAll(
  candidates: readonly Candidate[],
  signal: AbortSignal,
  onProgress: (done: number, total: number) => void,
  module: URL = WORKER,
): Promise<readonly Row[]> {
  const rows = new Map<Candidate, Row>();
  const waiting = [...candidates];
  const serve = async () => {
    const seat = new Seat(module);
    try {
      for (let candidate = waiting.shift(); candidate !== undefined; candidate = waiting.shift()) {
        // A worker may also die of what an earlier candidate left behind, so only the second death is this one's.
        const row = (await seat.ask(candidate, signal)) ?? (await seat.ask(candidate, signal));
        rows.set(candidate, row ?? rowWithout(candidate, 'ends the process that judges it'));
        onProgress(rows.size, candidates.length);
      }
    } finally {
      await seat.clear();
    }
  };
  const workers = Math.min(MOST_WORKERS, availableParallelism(), candidates.length);
  await Promise.all(Array.from({ length: workers }, serve));
  return candidates.map((candidate) => rows.get(candidate) ?? rowWithout(candidate, 'was not judged'));
}

/** One worker at a time; a dead one is replaced when it is next needed. */
class Seat {
  readonly #module: URL;
  #worker: ChildProcess | null = null;

  constructor(module: URL) {
    this.#module = module;
  }

  /** The worker's answer, or null when it ended without one. */
  async ask(candidate: Candidate, signal: AbortSignal): Promise<Row | null> {
    const worker = this.#worker?.connected ? this.#worker : this.#start();
    const answered = new AbortController();
    const either = { signal: AbortSignal.any([signal, answered.signal]) };
    try {
      const row = once(worker, 'message', either).then(([message]: Row[]) => message ?? null);
      const ended = once(worker, 'exit', either).then(() => null);
      worker.send(candidate);
      return await Promise.race([row, ended]);
    } finally {
      answered.abort();
    }
  }

  /** Lets the worker end by itself, which takes it no time unless it is stuck. */
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
