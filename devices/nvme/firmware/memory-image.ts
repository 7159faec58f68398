import { writeU32 } from '../../../kit/formats/little-endian.js';
import type { Controller } from './controller.js';

/** The DH-HMAC-CHAP key by which the controller shows who it is. */
const AUTHENTICATION_KEY = Uint8Array.from([
  0xd1, 0x4a, 0x5e, 0xc2, 0x37, 0x90, 0xbb, 0x06, 0x6f, 0xe8, 0x13, 0x7c, 0xa5, 0x29, 0xf4, 0x58,
]);

const IMAGE_LENGTH = 512;
const TRACE_LEVEL = 16;
const CAPTURES = 20;
const KEY = 64;

/** The memory that the firmware runs in, as it is. */
export function memoryImage({ traceLevel, captures }: Controller): Uint8Array {
  const image = new Uint8Array(IMAGE_LENGTH);
  writeU32(image, TRACE_LEVEL, traceLevel);
  writeU32(image, CAPTURES, captures);
  image.set(AUTHENTICATION_KEY, KEY);
  return image;
}

/** The same for those who may not see everything. */
export function withoutSecrets(image: Uint8Array): Uint8Array {
  return new Uint8Array(image).fill(0, KEY, KEY + AUTHENTICATION_KEY.length);
}
