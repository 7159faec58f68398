/**
 * How values of the Subject port travel as JSON: bytes as { "base64": "..." }, or as { "attached": N } with the N bytes
 * behind the line, in the order of the members; everything else as it stands.
 * docs/adapter-protocol.md describes the messages, adapter-1.json what an adapter sends.
 */
export const PROTOCOL_VERSION = 1;

/** The longest line that an adapter may send, and the most bytes behind one: room for five requests of 2 MiB. */
export const LONGEST_LINE = 16 * 1024 * 1024;

/** How deep a message may be nested; none of the protocol's is nested half as deep. */
const DEEPEST = 16;

/** How many members and items it may have, which is more than 4096 devices need. */
const MOST_PARTS = 1 << 18;

/** From how many bytes on they go behind the line, where both sides can do that. */
const ATTACHED_FROM = 1024;

export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };

/** Members that are undefined are left out. Bytes that are to go behind the line are put into `attachments`, if there is one. */
export function toJson(value: unknown, attachments?: Uint8Array[]): Json {
  if (value instanceof Uint8Array) {
    if (attachments === undefined || value.length < ATTACHED_FROM) return { base64: asBuffer(value).toString('base64') };
    attachments.push(value);
    return { attached: value.length };
  }
  if (Array.isArray(value)) return value.map((item) => toJson(item, attachments));
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value).filter(([, inner]) => inner !== undefined);
    return Object.fromEntries(members.map(([name, inner]) => [name, toJson(inner, attachments)]));
  }
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
}

/** The line and the bytes behind it, as they go into the pipe. */
export function encode(message: object, canAttach: boolean): readonly (string | Uint8Array)[] {
  if (!canAttach) return [`${JSON.stringify(toJson(message))}\n`];
  const attachments: Uint8Array[] = [];
  const json = toJson(message, attachments);
  return [`${JSON.stringify(json)}\n`, ...attachments];
}

const [QUOTE, BACKSLASH] = [0x22, 0x5c];
const COMMA = 0x2c;
const OPENING: readonly (number | undefined)[] = [0x5b, 0x7b];
const CLOSING: readonly (number | undefined)[] = [0x5d, 0x7d];

/** What a line has more of than any message; JSON.parse would be busy for many seconds with millions of them. */
export function excessOf(line: Buffer): 'levels' | 'parts' | null {
  let depth = 0;
  let commas = 0;
  for (let index = 0; index < line.length; index += 1) {
    const byte = line[index];
    if (byte === QUOTE) index = endOfText(line, index + 1);
    else if (OPENING.includes(byte)) depth += 1;
    else if (CLOSING.includes(byte)) depth -= 1;
    else if (byte === COMMA) commas += 1;
    if (depth > DEEPEST) return 'levels';
    if (commas >= MOST_PARTS) return 'parts';
  }
  return null;
}

/** Where the quotation mark is that ends the text, or the end of the line when there is none. */
function endOfText(line: Buffer, start: number): number {
  for (let end = line.indexOf(QUOTE, start); end !== -1; end = line.indexOf(QUOTE, end + 1)) {
    let before = end;
    while (before > start && line[before - 1] === BACKSLASH) before -= 1;
    if ((end - before) % 2 === 0) return end;
  }
  return line.length;
}

/** How many bytes follow the line that the message came in, which is not nested too deeply. */
export function attachedLength(message: unknown): number {
  if (typeof message !== 'object' || message === null) return 0;
  return attachedIn(message) ?? Object.values(message).reduce<number>((length, inner) => length + attachedLength(inner), 0);
}

/** Undoes toJson. `attached` holds all that came behind the line; the bytes of the result are parts of it. */
export function fromJson(value: unknown, attached: Uint8Array = new Uint8Array(0)): unknown {
  let taken = 0;
  const read = (inner: unknown): unknown => {
    if (typeof inner !== 'object' || inner === null) return inner;
    if (Array.isArray(inner)) return inner.map(read);
    const length = attachedIn(inner);
    if (length !== null) {
      taken += length;
      return new Uint8Array(attached.buffer, attached.byteOffset + taken - length, length);
    }
    const base64 = base64In(inner);
    if (base64 !== null) return new Uint8Array(Buffer.from(base64, 'base64'));
    return Object.fromEntries(Object.entries(inner).map(([name, member]) => [name, read(member)]));
  };
  return read(value);
}

/** What an adapter may answer: what came of it, that it cannot do that, or that it broke. */
export type Reply =
  | { readonly id: number; readonly result: unknown }
  | { readonly id: number; readonly cannot: string }
  | { readonly id: number; readonly broke: string };

function attachedIn(value: object): number | null {
  return 'attached' in value && Number.isSafeInteger(value.attached) && hasOneMember(value) ? Math.max(0, Number(value.attached)) : null;
}

function base64In(value: object): string | null {
  return 'base64' in value && typeof value.base64 === 'string' && hasOneMember(value) ? value.base64 : null;
}

function hasOneMember(value: object): boolean {
  return Object.keys(value).length === 1;
}

function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
