import { readU16, writeU16 } from '../little-endian.js';

/** Offsets and lengths in bytes. Source: the CXL specification, Background Operation Status Output Payload. */
export const BACKGROUND_STATUS_OUT = { length: 8, status: 0, opcode: 2, returnCode: 4, vendorStatus: 6 } as const;

const RUNNING = 0x01;

/** What runs in the background, or ran there last. */
export type BackgroundStatus = {
  readonly isRunning: boolean;
  readonly percentage: number;
  readonly opcode: number;
  /** Means something only at 100 percent. */
  readonly returnCode: number;
};

export function encodeBackgroundStatus({ isRunning, percentage, opcode, returnCode }: BackgroundStatus): Uint8Array {
  const payload = new Uint8Array(BACKGROUND_STATUS_OUT.length);
  payload[BACKGROUND_STATUS_OUT.status] = (percentage << 1) | (isRunning ? RUNNING : 0);
  writeU16(payload, BACKGROUND_STATUS_OUT.opcode, opcode);
  writeU16(payload, BACKGROUND_STATUS_OUT.returnCode, returnCode);
  return payload;
}

export function decodeBackgroundStatus(payload: Uint8Array): BackgroundStatus {
  const status = payload[BACKGROUND_STATUS_OUT.status] ?? 0;
  return {
    isRunning: (status & RUNNING) !== 0,
    percentage: status >>> 1,
    opcode: readU16(payload, BACKGROUND_STATUS_OUT.opcode),
    returnCode: readU16(payload, BACKGROUND_STATUS_OUT.returnCode),
  };
}
