/**
 * How values of the Subject port travel as JSON: bytes as { "base64": "..." }, everything else as it stands.
 * docs/adapter-protocol.md describes the messages, adapter-1.json what an adapter sends.
 */
export const PROTOCOL_VERSION = 1;

/** The longest line that an adapter may send, in bytes: room for five requests of 2 MiB, and parsed in bounded memory whatever is in it. */
export const LONGEST_LINE = 16 * 1024 * 1024;

export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };

/** Members that are undefined are left out. */
export function toJson(value: unknown): Json {
  if (value instanceof Uint8Array) return { base64: Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('base64') };
  if (Array.isArray(value)) return value.map(toJson);
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value).filter(([, inner]) => inner !== undefined);
    return Object.fromEntries(members.map(([name, inner]) => [name, toJson(inner)]));
  }
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
}

export function fromJson(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(fromJson);
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value);
  const [first] = members;
  if (members.length === 1 && first?.[0] === 'base64' && typeof first[1] === 'string')
    return new Uint8Array(Buffer.from(first[1], 'base64'));
  return Object.fromEntries(members.map(([name, inner]) => [name, fromJson(inner)]));
}

/** What an adapter may answer: what came of it, that it cannot do that, or that it broke. */
export type Reply =
  | { readonly id: number; readonly result: unknown }
  | { readonly id: number; readonly cannot: string }
  | { readonly id: number; readonly broke: string };
