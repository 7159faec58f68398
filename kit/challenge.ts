import { createHash } from 'node:crypto';

/**
 * What a reviewer asks a run to be mixed with, so that its report cannot have been made before. Everything that is
 * drawn from one text is always the same.
 */
export type Challenge = string;

/** The seed of a run with that challenge; an integer of 31 bits. */
export function mixSeed(seed: number, challenge: Challenge): number {
  return (
    createHash('sha256')
      .update(JSON.stringify(['seed', seed, challenge]))
      .digest()
      .readUInt32LE() >>> 1
  );
}

/** The items in another order. `purpose` keeps apart what is drawn from one challenge for several things. */
export function shuffle<Item>(items: readonly Item[], challenge: Challenge, purpose: string): readonly Item[] {
  const drawn = items.map((item, index) => ({
    item,
    key: createHash('sha256')
      .update(JSON.stringify([purpose, index, challenge]))
      .digest('hex'),
  }));
  return drawn.sort((one, other) => (one.key < other.key ? -1 : 1)).map(({ item }) => item);
}
