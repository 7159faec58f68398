import { readU16, readU32, writeU16, writeU32 } from '../little-endian.js';

/** A request: opcode, the number of the drive or volume that it is about, and the length of the payload behind it. In bytes. */
export const RAID_REQUEST = { length: 8, opcode: 0, target: 2, payloadLength: 4 } as const;
/** A response: its status, and then what was asked for. In bytes. */
export const RAID_RESPONSE = { length: 4, status: 0 } as const;

/** For whom a message is sent stands beside it: a number that the driver gives, and this one for the host's own use of the controller. */
export const RAID_HOST = 0;

export type RaidRequest = { readonly opcode: number; readonly target: number; readonly payload: Uint8Array };

/** Null when the bytes are shorter or longer than their header says. */
export function decodeRaidRequest(bytes: Uint8Array): RaidRequest | null {
  const payload = bytes.subarray(RAID_REQUEST.length);
  if (bytes.length < RAID_REQUEST.length || readU32(bytes, RAID_REQUEST.payloadLength) !== payload.length) return null;
  return { opcode: readU16(bytes, RAID_REQUEST.opcode), target: readU16(bytes, RAID_REQUEST.target), payload };
}

export function encodeRaidRequest({ opcode, target, payload }: RaidRequest): Uint8Array {
  const bytes = new Uint8Array(RAID_REQUEST.length + payload.length);
  writeU16(bytes, RAID_REQUEST.opcode, opcode);
  writeU16(bytes, RAID_REQUEST.target, target);
  writeU32(bytes, RAID_REQUEST.payloadLength, payload.length);
  bytes.set(payload, RAID_REQUEST.length);
  return bytes;
}

export function encodeRaidResponse(status: number, results: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(RAID_RESPONSE.length + results.length);
  writeU32(bytes, RAID_RESPONSE.status, status);
  bytes.set(results, RAID_RESPONSE.length);
  return bytes;
}

export function raidStatus(response: Uint8Array): number {
  return readU32(response, RAID_RESPONSE.status);
}
