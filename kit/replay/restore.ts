import { createHash } from 'node:crypto';
import { readBytesText } from '../bytes-text.js';
import { decompress } from '../compressed.js';
import type { RecordedBytes, RecordedList, RecordedValue } from '../evidence.js';

/** The evidence says what cannot be, so nothing can be judged from it. */
export class BadRecord extends Error {
  override readonly name = 'BadRecord';
}

/** Bytes of the largest buffer that evidence may stand for. */
const LARGEST = 1 << 26;

/**
 * Undoes recording: bytes for what stands for bytes, and every item of a list.
 * @throws BadRecord when what is recorded contradicts itself
 */
export function restore(value: RecordedValue): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (isList(value)) return value.map(restore);
  if (isBytes(value)) return restoreBytes(value);
  if (isLongList(value)) return restoreList(value);
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, restore(inner)]));
}

function isList(value: RecordedValue): value is readonly RecordedValue[] {
  return Array.isArray(value);
}

export function isBytes(value: object): value is RecordedBytes {
  return 'hex' in value && typeof value.hex === 'string' && 'length' in value && typeof value.length === 'number';
}

function isLongList(value: object): value is RecordedList {
  return 'items' in value && 'compressed' in value && typeof value.compressed === 'string';
}

/** @throws BadRecord when there are not as many, or they have another digest than is said */
export function restoreBytes({ length, hex, sha256, compressed }: RecordedBytes): Uint8Array {
  const bytes = compressed === undefined ? shownBytes(hex) : unpack(compressed);
  if (bytes.length !== length) throw new BadRecord(`${length} bytes are said to be recorded, and ${bytes.length} are`);
  if (sha256 !== undefined && createHash('sha256').update(bytes).digest('hex') !== sha256)
    throw new BadRecord('the digest of recorded bytes is not theirs');
  return new Uint8Array(bytes);
}

function shownBytes(hex: string): Buffer {
  const { bytes, rest } = readBytesText(hex, LARGEST);
  if (rest !== 'none') throw new BadRecord(`recorded bytes are written as ${hex.slice(0, 40)}`);
  return bytes;
}

function restoreList({ items, compressed }: RecordedList): readonly unknown[] {
  const values = unpackJson(compressed);
  if (values.length !== items) throw new BadRecord(`a list of ${items} is recorded with ${values.length}`);
  return values.map(restore);
}

function unpack(text: string): Buffer {
  try {
    return decompress(text);
  } catch {
    throw new BadRecord('something that is recorded compressed is damaged');
  }
}

/** The list that JSON stands for. */
export function unpackJson(text: string): readonly RecordedValue[] {
  try {
    const values: unknown = JSON.parse(unpack(text).toString());
    return Array.isArray(values) ? values : [];
  } catch {
    throw new BadRecord('something that is recorded compressed is damaged');
  }
}
