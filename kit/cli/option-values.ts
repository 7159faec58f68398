import { badValue } from './usage-errors.js';

const LARGEST_SEED = 2 ** 31 - 1;

/** A whole number from 0 to 2147483647. */
export function readSeed(text: string): number {
  const seed = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (!(seed <= LARGEST_SEED)) throw badValue('--seed', `a whole number from 0 to ${LARGEST_SEED}`, text, '--seed 1');
  return seed;
}

/** `I/N` with 1 <= I <= N. */
export function readShard(text: string): string {
  const [, index, total] = /^(\d+)\/(\d+)$/.exec(text)?.map(Number) ?? [];
  if (index === undefined || total === undefined || index < 1 || index > total) {
    throw badValue('--shard', 'I/N, the I-th of N parts, I counted from 1', text, '--shard 1/2 here and --shard 2/2 elsewhere');
  }
  return `${index}/${total}`;
}
