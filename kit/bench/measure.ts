import { spawnSync } from 'node:child_process';

/** A command and the least that anybody could pay for it. */
export type Measurement = {
  readonly name: string;
  readonly ours: readonly string[];
  readonly floor: readonly string[];
  readonly repeat: number;
};

export type Figure = { readonly name: string; readonly ours: number; readonly floor: number; readonly ratio: number; readonly unit: 'ms' };

/** Wall time of both, taken in turns so that a busy machine disturbs both alike; the medians are compared. */
export function measure({ name, ours, floor, repeat }: Measurement): Figure {
  const times = { ours: [] as number[], floor: [] as number[] };
  for (let turn = 0; turn < repeat; turn += 1) {
    times.floor.push(time(floor));
    times.ours.push(time(ours));
  }
  const figure = { ours: median(times.ours), floor: median(times.floor) };
  return { name, ours: round(figure.ours), floor: round(figure.floor), ratio: round(figure.ours / figure.floor), unit: 'ms' };
}

function time(words: readonly string[]): number {
  const start = performance.now();
  const { status, error, stderr } = spawnSync(process.execPath, words, { encoding: 'utf8' });
  const elapsed = performance.now() - start;
  if (error) throw error;
  if (status !== 0) throw new Error(`node ${words.join(' ')} ended with ${status}: ${stderr}`);
  return elapsed;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
