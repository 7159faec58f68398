import { createHash } from 'node:crypto';

const BITS = 128;
const SHINGLE = 5;
/**
 * Two sentences whose sketches differ in no more bits are taken for one that was reworded. Of the sentences of fwctl.rst no
 * two are nearer than 42; the draft of 2024 and Linux 7.2 have the same sentence in other words at up to 38.
 */
export const NEAR = 40;

/**
 * A SimHash of the letters and digits of a sentence, five at a time: 32 hexadecimal digits. Similar sentences have
 * sketches that differ in few bits; the text cannot be had back from it.
 */
export function sketchOf(sentence: string): string {
  const text = ` ${(sentence.toLowerCase().match(/[\p{L}\p{N}_]+/gu) ?? []).join(' ')} `;
  const shingles = new Set(Array.from({ length: Math.max(1, text.length - SHINGLE + 1) }, (_, at) => text.slice(at, at + SHINGLE)));
  const hashes = [...shingles].map((shingle) => createHash('sha256').update(shingle).digest());
  const bytes = Uint8Array.from({ length: BITS / 8 }, (_, byte) => bitsOf(hashes, byte));
  return Buffer.from(bytes).toString('hex');
}

/** A bit is set when it is set in most of the hashes. */
function bitsOf(hashes: readonly Buffer[], byte: number): number {
  let bits = 0;
  for (let bit = 0; bit < 8; bit += 1) {
    const set = hashes.filter((hash) => ((hash[byte] ?? 0) >> bit) & 1).length;
    if (set * 2 > hashes.length) bits |= 1 << bit;
  }
  return bits;
}

/** In how many bits two sketches differ. */
export function distance(a: string, b: string): number {
  let difference = BigInt(`0x${a}`) ^ BigInt(`0x${b}`);
  let count = 0;
  for (; difference > 0n; difference &= difference - 1n) count += 1;
  return count;
}
