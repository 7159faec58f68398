import { readU32 } from '../../../kit/formats/little-endian.js';
import { type Answer, done, failed } from './answer.js';
import type { Firmware } from './firmware.js';

/** Revision, signature over revision and code, code. In bytes. */
const IMAGE = { headerLength: 8, revision: 0, signature: 4 } as const;

/** Version 2.0 of IPMI, and that there are sensors. Source: the IPMI specification, Get Device ID. */
const ABILITIES = [0x02, 0x01] as const;

export function getDeviceId({ revision }: Firmware): Answer {
  return done(revision & 0xff, (revision >>> 8) & 0xff, ...ABILITIES);
}

/** The image runs after the next reset of the manager. */
export function stageFirmware(firmware: Firmware, image: Uint8Array): Answer {
  if (!firmware.parts.isSigned(image)) return failed('Wrong Signature');
  firmware.stagedRevision = readU32(image, IMAGE.revision);
  return done();
}

export function isSigned(image: Uint8Array): boolean {
  return readU32(image, IMAGE.signature) === signatureOf(readU32(image, IMAGE.revision), image.subarray(IMAGE.headerLength));
}

/** Sums weighted by place, begun with the vendor's key: they stand in for a signature, and are none. */
export function signatureOf(revision: number, code: Uint8Array): number {
  let sum = 0x424d43 + revision;
  for (const [index, byte] of code.entries()) sum = (sum * 31 + byte + index) >>> 0;
  return sum;
}
