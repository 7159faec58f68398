import { readU16, writeU16 } from './words.js';

/** The answer to Background Operation Status; offsets and lengths in bytes. Source: the CXL specification, Background Operation Status. */
export const BACKGROUND_STATUS_OUT = { length: 8, status: 0, opcode: 2, returnCode: 4, vendorStatus: 6 } as const;

/** Bit 0 of the status byte: an operation is under way. The other bits are how much of it is done, in percent. */
const UNDER_WAY = 1;

/** What is known of the operation that ran last; `opcode` 0 when there was none. */
export type BackgroundStatus = {
  readonly isUnderWay: boolean;
  readonly percent: number;
  readonly opcode: number;
  readonly returnCode: number;
};

export function encodeBackgroundStatus({ isUnderWay, percent, opcode, returnCode }: BackgroundStatus): Uint8Array {
  const payload = new Uint8Array(BACKGROUND_STATUS_OUT.length);
  payload[BACKGROUND_STATUS_OUT.status] = (percent << 1) | (isUnderWay ? UNDER_WAY : 0);
  writeU16(payload, BACKGROUND_STATUS_OUT.opcode, opcode);
  writeU16(payload, BACKGROUND_STATUS_OUT.returnCode, returnCode);
  return payload;
}

export function decodeBackgroundStatus(payload: Uint8Array): BackgroundStatus {
  const status = payload[BACKGROUND_STATUS_OUT.status] ?? 0;
  return {
    isUnderWay: (status & UNDER_WAY) !== 0,
    percent: status >>> 1,
    opcode: readU16(payload, BACKGROUND_STATUS_OUT.opcode),
    returnCode: readU16(payload, BACKGROUND_STATUS_OUT.returnCode),
  };
}
