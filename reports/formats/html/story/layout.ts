import { hexOf } from './bytes.js';
import type { Block, ToldField } from './told.js';

/** A number in a structure; `say` gives what it means, where it means something. */
export type Field = {
  readonly name: string;
  readonly at: number;
  readonly length: number;
  readonly say?: (value: number) => string | undefined;
};

/** How a piece of bytes begins. */
export type Layout = { readonly title: string; readonly order: 'little endian' | 'big endian'; readonly fields: readonly Field[] };

/** The fields that lie within the bytes, with what they were before where that was something else. */
export function fieldsBlock(layout: Layout, bytes: Uint8Array, after: Uint8Array = bytes, note?: string): Block {
  const fields = layout.fields.filter(({ at, length }) => at + length <= bytes.length);
  const told = fields.map((field) => toldField(field, layout.order, bytes, after));
  return { kind: 'fields', title: layout.title, fields: told, ...(note && { note }) };
}

function toldField(field: Field, order: Layout['order'], before: Uint8Array, after: Uint8Array): ToldField {
  const [then, now] = [readField(field, order, before), readField(field, order, after)];
  return { at: field.at, name: field.name, ...then, ...(now.hex === then.hex ? {} : { after: now }) };
}

function readField(
  { at, length, say }: Field,
  order: Layout['order'],
  bytes: Uint8Array,
): { readonly hex: string; readonly value: string } {
  const piece = bytes.slice(at, at + length);
  const number = numberOf(piece, order);
  const written = number > 0xffff ? `0x${number.toString(16)}` : String(number);
  const meaning = say?.(number);
  return { hex: hexOf(piece), value: meaning === undefined ? written : `${meaning} (${written})` };
}

/** Of eight bytes as much as a double holds: addresses of a process fit. */
function numberOf(bytes: Uint8Array, order: Layout['order']): number {
  const ordered = order === 'big endian' ? [...bytes] : [...bytes].reverse();
  return ordered.reduce((sum, byte) => sum * 256 + byte, 0);
}

/** How many bytes the fields of the layout take. */
export function lengthOf({ fields }: Layout): number {
  return Math.max(0, ...fields.map(({ at, length }) => at + length));
}

/** What the named field means in these bytes, for a sentence. */
export function meaningOf({ fields, order }: Layout, name: string, bytes: Uint8Array): string | undefined {
  const field = fields.find((candidate) => candidate.name === name);
  if (field === undefined || field.at + field.length > bytes.length) return undefined;
  return field.say?.(numberOf(bytes.subarray(field.at, field.at + field.length), order));
}
