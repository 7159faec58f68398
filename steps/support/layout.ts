import { CANARY } from '../../kit/evidence.js';
import type { Region } from '../../kit/subject/memory.js';
import { copyOf, zeroed } from './zeroed.js';

/** How a piece of the caller's memory is mapped. `cut` ends the mapping after so many bytes: the next one faults. */
export type Mapping =
  | { readonly kind: 'mapped' }
  | { readonly kind: 'read-only' }
  | { readonly kind: 'unmapped' }
  | { readonly kind: 'null' }
  | { readonly kind: 'cut'; readonly after: number };

export const MAPPED: Mapping = { kind: 'mapped' };

/** Whether all of it is mapped, and with it what shows that something was written behind it. */
export function isWhole({ kind }: Mapping): boolean {
  return kind === 'mapped' || kind === 'read-only';
}

const PAGE = 4096;
/** Far from where programs and libraries are mapped, so that a real process can map the same addresses. */
const BASE = 0x2000_0000_0000;
const SLOT = 0x100_0000;
/** Room in front of a region, within its page. */
const LEAD = 256;

/** One piece of memory as laid out: where it is, and what it held before the call. */
export type Placed = {
  readonly address: number;
  readonly region: Region | null;
  readonly before: Uint8Array;
  /** The payload's length; a canary follows it in the region unless the mapping is cut. */
  readonly length: number;
};

/** What a piece of memory holds before the call: these bytes, or the same byte throughout. */
export type Content = Uint8Array | { readonly length: number; readonly filledWith: number };

const NOTHING = new Uint8Array(0);

/** Places `payload` into slot number `slot` of the caller's address space. */
export function place(name: string, slot: number, payload: Content, mapping: Mapping): Placed {
  const base = BASE + slot * SLOT;
  const nowhere = { region: null, before: NOTHING, length: payload.length };
  switch (mapping.kind) {
    case 'null':
      return { address: 0, ...nowhere };
    case 'unmapped':
      return { address: base, ...nowhere };
    case 'cut': {
      const bytes = beginningOf(payload, Math.min(mapping.after, payload.length));
      return mapped(name, base + (PAGE - (mapping.after % PAGE)), bytes, payload.length, 'read-write');
    }
    default: {
      const bytes = beginningOf(payload, payload.length + CANARY.length);
      bytes.fill(CANARY.byte, payload.length);
      return mapped(name, base + LEAD, bytes, payload.length, mapping.kind === 'read-only' ? 'read-only' : 'read-write');
    }
  }
}

/** So many bytes that begin as the payload does; what is not part of it is zero. */
function beginningOf(payload: Content, length: number): Uint8Array {
  const bytes = zeroed(length);
  if ('filledWith' in payload) bytes.fill(payload.filledWith, 0, payload.length);
  else bytes.set(payload.length > length ? payload.subarray(0, length) : payload);
  return bytes;
}

function mapped(name: string, address: number, bytes: Uint8Array, length: number, access: Region['access']): Placed {
  return { address, region: { name, address, access, bytes }, before: copyOf(bytes), length };
}

/** Whether what lies behind the payload is still as it was. */
export function canaryIsIntact({ region, length }: Placed): boolean {
  return region === null || region.bytes.subarray(length).every((byte) => byte === CANARY.byte);
}
