import { parseShard } from '../../reports/document/shard.js';
import { badValue } from './usage-errors.js';

const LARGEST_SEED = 2 ** 31 - 1;
/** Seconds: a day. */
const LONGEST_RUN = 86_400;

/** A whole number from 0 to 2147483647. */
export function readSeed(text: string): number {
  const seed = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (!(seed <= LARGEST_SEED)) throw badValue('--seed', `a whole number from 0 to ${LARGEST_SEED}`, text, '--seed 1');
  return seed;
}

/** Seconds, as milliseconds. */
export function readTimeLimit(text: string): number {
  const seconds = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (!(seconds >= 1 && seconds <= LONGEST_RUN))
    throw badValue('--time-limit', `seconds, a whole number from 1 to ${LONGEST_RUN}`, text, '--time-limit 600');
  return seconds * 1000;
}

/** `I/N` with 1 <= I <= N. */
export function readShard(text: string): string {
  const shard = parseShard(text);
  if (shard === null)
    throw badValue('--shard', 'I/N, the I-th of N parts, I counted from 1', text, '--shard 1/2 here and --shard 2/2 elsewhere');
  return `${shard.part}/${shard.parts}`;
}

/** A path that may not be there yet. The empty one is of a shell variable that is not set, and would be the current folder. */
export function readOut(text: string): string {
  if (text === '') throw badValue('--out', 'a path', 'an empty text', '--out reports/mine');
  return text;
}

const LONGEST_CHALLENGE = 200;

/** Any text of one line; none is none. */
export function readChallenge(text: string | undefined): string | undefined {
  if (text === undefined || (/^[^\p{C}\p{Zl}\p{Zp}]+$/u.test(text) && text.length <= LONGEST_CHALLENGE)) return text;
  throw badValue(
    '--challenge',
    `1 to ${LONGEST_CHALLENGE} characters in one line`,
    text,
    '--challenge with the text that the reviewer gave',
  );
}
