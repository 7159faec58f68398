import { createHash } from 'node:crypto';
import { bytesText } from '../../kit/bytes-text.js';
import { compress } from '../../kit/compressed.js';
import type { RecordedBytes } from '../../kit/evidence.js';

/** How many bytes of a buffer the evidence shows when it cannot show them all. */
const SHOWN_BYTES = 128;
/** How long a text for all of the bytes may be. */
const LONGEST_TEXT = 512;
/** Longer buffers are not searched for repeated bytes. */
const LONGEST_SEARCHED = 16_384;

/** Bytes as evidence: all of them if the text for that is short enough, otherwise the first ones, the digest, and all of them compressed. */
export function recordBytes(bytes: Uint8Array): RecordedBytes {
  const { length } = bytes;
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, length);
  const whole = length <= LONGEST_SEARCHED ? bytesText(buffer) : null;
  if (whole !== null && whole.length <= LONGEST_TEXT) return { length, hex: whole };
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { length, hex: bytesText(buffer.subarray(0, SHOWN_BYTES)), sha256, compressed: compress(bytes) };
}
