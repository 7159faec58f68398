import { createHmac } from 'node:crypto';
import { readU32, writeU32 } from '../little-endian.js';

/**
 * A firmware image of the model's own making: a revision, and the entries in which its Commands Supported and Effects
 * log page differs from that of the first firmware. A keyed digest over all of it stands for the vendor's signature.
 */
export type FirmwareImage = { readonly revision: string; readonly effects: readonly (readonly [opcode: number, effects: number])[] };

/** Of Identify Controller, too. */
export const REVISION_LENGTH = 8;
const ENTRY = 8;
const DIGEST_LENGTH = 8;

/** Who has no such key makes no image that a device runs. A real vendor keeps its private half. */
const VENDOR_KEY = 'the key of the vendor';

function digest(content: Uint8Array): Uint8Array {
  return new Uint8Array(createHmac('sha256', VENDOR_KEY).update(content).digest().subarray(0, DIGEST_LENGTH));
}

export function encodeRevision(revision: string): Uint8Array {
  return new Uint8Array(Buffer.from(revision.padEnd(REVISION_LENGTH).slice(0, REVISION_LENGTH)));
}

export function decodeRevision(bytes: Uint8Array): string {
  return Buffer.from(bytes.subarray(0, REVISION_LENGTH)).toString().trimEnd();
}

/** Bytes as a device takes them; the last ones are the signature. */
export function encodeFirmwareImage({ revision, effects }: FirmwareImage): Uint8Array {
  const content = new Uint8Array(REVISION_LENGTH + effects.length * ENTRY);
  content.set(encodeRevision(revision));
  for (const [index, [opcode, word]] of effects.entries()) {
    writeU32(content, REVISION_LENGTH + index * ENTRY, opcode);
    writeU32(content, REVISION_LENGTH + index * ENTRY + 4, word);
  }
  return new Uint8Array([...content, ...digest(content)]);
}

export function isVendorSigned(image: Uint8Array): boolean {
  const end = image.length - DIGEST_LENGTH;
  return end >= REVISION_LENGTH && Buffer.compare(digest(image.subarray(0, end)), image.subarray(end)) === 0;
}

export function decodeFirmwareImage(image: Uint8Array): FirmwareImage {
  const entries = Math.floor((image.length - DIGEST_LENGTH - REVISION_LENGTH) / ENTRY);
  const at = (index: number): number => REVISION_LENGTH + index * ENTRY;
  return {
    revision: decodeRevision(image),
    effects: Array.from(
      { length: Math.max(entries, 0) },
      (_, index) => [readU32(image, at(index)), readU32(image, at(index) + 4)] as const,
    ),
  };
}
