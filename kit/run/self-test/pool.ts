import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { type Candidate, type Row, rowWithout } from './row.js';

const MOST_WORKERS = 4;
const WORKER = new URL('worker.js', import.meta.url);

/**
 * Judges every candidate in worker processes, each of which loads the steps once and then takes one candidate after the other.
 * Rows come back in the order of the candidates. Rejects when the signal is aborted.
 */
export async function judgeAll(
  candidates: readonly Candidate[],
  signal: AbortSignal,
  onProgress: (done: number, total: number) => void,
): Promise<readonly Row[]> {
  const rows = new Map<Candidate, Row>();
  const waiting = [...candidates];
  const serve = async () => {
    let worker = startWorker();
    try {
      for (let candidate = waiting.shift(); candidate !== undefined; candidate = waiting.shift()) {
        const row = await ask(worker, candidate, signal);
        rows.set(candidate, row ?? rowWithout(candidate, 'ended the process that judged it'));
        if (row === null) worker = startWorker();
        onProgress(rows.size, candidates.length);
      }
    } finally {
      worker.kill('SIGKILL');
    }
  };
  const workers = Math.min(MOST_WORKERS, availableParallelism(), candidates.length);
  await Promise.all(Array.from({ length: workers }, serve));
  return candidates.map((candidate) => rows.get(candidate) ?? rowWithout(candidate, 'was not judged'));
}

function startWorker(): ChildProcess {
  return fork(WORKER, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
}

/** The worker's answer, or null when it ended without one. */
async function ask(worker: ChildProcess, candidate: Candidate, signal: AbortSignal): Promise<Row | null> {
  const answered = new AbortController();
  const either = { signal: AbortSignal.any([signal, answered.signal]) };
  try {
    const row = once(worker, 'message', either).then(([message]: Row[]) => message ?? null);
    const ended = once(worker, 'exit', either).then(() => null);
    ended.catch(() => {});
    worker.send(candidate);
    return await Promise.race([row, ended]);
  } finally {
    answered.abort();
  }
}
