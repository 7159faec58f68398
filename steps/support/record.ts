import { compress } from '../../kit/compressed.js';
import type { RecordedList, RecordedValue } from '../../kit/evidence.js';
import { recordBytes } from './record-bytes.js';

/** How many items a list may have to be shown whole, and how many of each end are shown of a longer one. */
const SHOWN_ITEMS = 32;
const SHOWN_AT_ENDS = 4;

function recordList(items: readonly unknown[]): RecordedList | readonly RecordedValue[] {
  const recorded = items.map(record);
  if (items.length <= SHOWN_ITEMS) return recorded;
  const [first, last] = [recorded.slice(0, SHOWN_AT_ENDS), recorded.slice(-SHOWN_AT_ENDS)];
  return { items: items.length, first, last, compressed: compress(Buffer.from(JSON.stringify(recorded))) };
}

/** A value of the port as it goes into the evidence: a copy, with bytes as hex. */
export function record(value: unknown): RecordedValue {
  if (value instanceof Uint8Array) return recordBytes(value);
  if (Array.isArray(value)) return recordList(value);
  if (typeof value === 'object' && value !== null) return recordFields(value);
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
}

export function recordFields(value: object): { readonly [name: string]: RecordedValue } {
  const recorded: { [name: string]: RecordedValue } = {};
  for (const [name, inner] of Object.entries(value)) recorded[name] = record(inner);
  return recorded;
}
