import { writeU32 } from '../../../kit/formats/little-endian.js';

/** Which version of its commands the controller speaks. */
const INTERFACE_VERSION = 1;

export function deviceInfo(): Uint8Array {
  const data = new Uint8Array(4);
  writeU32(data, 0, INTERFACE_VERSION);
  return data;
}
