import { readU32, writeU32 } from './words.js';

/** The answer to Get FW Info; offsets and lengths in bytes. Source: drivers/cxl/cxlmem.h, struct cxl_mbox_get_fw_info. */
export const GET_FW_INFO_OUT = {
  length: 80,
  slots: 0,
  slotInfo: 1,
  activation: 2,
  revisions: 16,
  revisionLength: 16,
} as const;

/** Slots count from 1; 0 stands for none. Revisions are ASCII, one a slot, empty where there is no firmware. */
export type FirmwareInfo = {
  readonly active: number;
  readonly staged: number;
  readonly canActivateOnline: boolean;
  readonly revisions: readonly string[];
};

export function encodeFirmwareInfo({ active, staged, canActivateOnline, revisions }: FirmwareInfo): Uint8Array {
  const payload = new Uint8Array(GET_FW_INFO_OUT.length);
  payload[GET_FW_INFO_OUT.slots] = revisions.length;
  payload[GET_FW_INFO_OUT.slotInfo] = active | (staged << 3);
  payload[GET_FW_INFO_OUT.activation] = canActivateOnline ? 1 : 0;
  const { revisionLength } = GET_FW_INFO_OUT;
  for (const [index, revision] of revisions.entries()) {
    payload.set(new TextEncoder().encode(revision).subarray(0, revisionLength), GET_FW_INFO_OUT.revisions + index * revisionLength);
  }
  return payload;
}

export function decodeFirmwareInfo(payload: Uint8Array): FirmwareInfo {
  const slotInfo = payload[GET_FW_INFO_OUT.slotInfo] ?? 0;
  const { revisionLength } = GET_FW_INFO_OUT;
  const revisions = Array.from({ length: payload[GET_FW_INFO_OUT.slots] ?? 0 }, (_, index) => {
    const start = GET_FW_INFO_OUT.revisions + index * revisionLength;
    return new TextDecoder().decode(payload.subarray(start, start + revisionLength)).replace(/\0.*$/s, '');
  });
  const canActivateOnline = ((payload[GET_FW_INFO_OUT.activation] ?? 0) & 1) !== 0;
  return { active: slotInfo & 7, staged: (slotInfo >>> 3) & 7, canActivateOnline, revisions };
}

/** Offsets and lengths in bytes; the data follows the header. Source: drivers/cxl/cxlmem.h, struct cxl_mbox_transfer_fw. */
export const TRANSFER_FW_IN = { headerLength: 128, action: 0, slot: 1, offset: 4, data: 128, unit: 128 } as const;

export const TRANSFER_FW_ACTIONS = { full: 0, initiate: 1, continue: 2, end: 3, abort: 4 } as const;

/** `offset` is in bytes, a multiple of 128; it travels in units of that. */
export type TransferFirmware = { readonly action: number; readonly slot: number; readonly offset: number; readonly data: Uint8Array };

export function encodeTransferFirmware({ action, slot, offset, data }: TransferFirmware): Uint8Array {
  const payload = new Uint8Array(TRANSFER_FW_IN.headerLength + data.length);
  payload[TRANSFER_FW_IN.action] = action;
  payload[TRANSFER_FW_IN.slot] = slot;
  writeU32(payload, TRANSFER_FW_IN.offset, offset / TRANSFER_FW_IN.unit);
  payload.set(data, TRANSFER_FW_IN.data);
  return payload;
}

export function decodeTransferFirmware(payload: Uint8Array): TransferFirmware {
  return {
    action: payload[TRANSFER_FW_IN.action] ?? 0,
    slot: payload[TRANSFER_FW_IN.slot] ?? 0,
    offset: readU32(payload, TRANSFER_FW_IN.offset) * TRANSFER_FW_IN.unit,
    data: payload.slice(TRANSFER_FW_IN.data),
  };
}

/** Source: drivers/cxl/cxlmem.h, struct cxl_mbox_activate_fw. */
export const ACTIVATE_FW_IN = { length: 2, action: 0, slot: 1 } as const;
export const ACTIVATE_FW_ACTIONS = { online: 0, 'at the next cold reset': 1 } as const;
