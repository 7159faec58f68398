import { createHash } from 'node:crypto';
import type { RecordedBytes, RecordedValue } from '../../kit/evidence.js';

/** How many bytes of a buffer the evidence shows; of longer ones it keeps the digest. */
const SHOWN_BYTES = 128;

function recordBytes(bytes: Uint8Array): RecordedBytes {
  const shown = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, SHOWN_BYTES)).toString('hex');
  if (bytes.length <= SHOWN_BYTES) return { length: bytes.length, hex: shown };
  return { length: bytes.length, hex: shown, sha256: createHash('sha256').update(bytes).digest('hex') };
}

/** A value of the port as it goes into the evidence: a copy, with bytes as hex. */
export function record(value: unknown): RecordedValue {
  if (value instanceof Uint8Array) return recordBytes(value);
  if (Array.isArray(value)) return value.map(record);
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, record(inner)]));
  }
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
}
