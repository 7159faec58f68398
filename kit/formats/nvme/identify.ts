import { encodeRevision } from './firmware-image.js';

/** Identify: which data structure it gives. Source: NVM Express Base Specification 2.0, Identify, CNS. */
export const IDENTIFY = { namespace: 0x00, controller: 0x01, 'active namespaces': 0x02 } as const;

export const IDENTIFY_LENGTH = 4096;
/** Where Identify Controller has the revision of the firmware that runs. */
export const FIRMWARE_REVISION = 64;

export function encodeIdentifyController(revision: string): Uint8Array {
  const bytes = new Uint8Array(IDENTIFY_LENGTH);
  bytes.set(encodeRevision(revision), FIRMWARE_REVISION);
  return bytes;
}
