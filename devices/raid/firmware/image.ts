import { readU32, writeU32 } from '../../../kit/formats/little-endian.js';
import type { RaidRequest } from '../../../kit/formats/raid/messages.js';
import { type Answer, done, failed } from './answer.js';
import type { Firmware } from './firmware.js';
import { MOST_SUBSCRIPTIONS } from './subscriptions.js';
import { LEVELS } from './volumes.js';

/** Version, signature over version and code, code. In bytes. */
const IMAGE = { headerLength: 8, version: 0, signature: 4 } as const;

/** Version, number of drives, RAID levels as a bit each, and how many may want to be told of events. */
export function getController({ version, driveCount }: Firmware): Answer {
  const results = new Uint8Array(16);
  for (const [index, word] of [version, driveCount, LEVELS, MOST_SUBSCRIPTIONS].entries()) writeU32(results, index * 4, word);
  return done(results);
}

/** The image runs after the next reset. */
export function stageFirmware(firmware: Firmware, { payload }: RaidRequest): Answer {
  if (!firmware.parts.isSigned(payload)) return failed('BAD_SIGNATURE');
  firmware.stagedVersion = readU32(payload, IMAGE.version);
  return done();
}

export function isSigned(image: Uint8Array): boolean {
  return readU32(image, IMAGE.signature) === signatureOf(readU32(image, IMAGE.version), image.subarray(IMAGE.headerLength));
}

/** A checksum (FNV-1a) that begins with the vendor's key: it stands in for a signature, and is none. */
export function signatureOf(version: number, code: Uint8Array): number {
  let sum = 0x52_41_49_44;
  for (const byte of [version, version >>> 8, version >>> 16, version >>> 24, ...code]) sum = Math.imul(sum ^ (byte & 0xff), 0x0100_0193);
  return sum >>> 0;
}
