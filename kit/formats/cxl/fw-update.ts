import { readU32, writeU32 } from '../little-endian.js';
import { decodeFwRevision, encodeFwRevision, FW_REVISION_LENGTH } from './fw-revision.js';

/** Offsets and lengths in bytes; there is room for four slots. Source: drivers/cxl/cxlmem.h, struct cxl_mbox_get_fw_info. */
export const GET_FW_INFO_OUT = { length: 80, slots: 0, slotInfo: 1, activation: 2, revisions: 16, slotsMax: 4 } as const;

const SLOT_MASK = 0x7;
const STAGED_SHIFT = 3;
const ONLINE = 0x01;

/** Slots are counted from 1; a staged slot of 0 means that none waits for a cold reset. The revision of an empty slot is empty. */
export type FwInfo = {
  readonly active: number;
  readonly staged: number;
  readonly isOnlineOffered: boolean;
  readonly revisions: readonly string[];
};

export function encodeFwInfo({ active, staged, isOnlineOffered, revisions }: FwInfo): Uint8Array {
  const payload = new Uint8Array(GET_FW_INFO_OUT.length);
  payload[GET_FW_INFO_OUT.slots] = revisions.length;
  payload[GET_FW_INFO_OUT.slotInfo] = active | (staged << STAGED_SHIFT);
  payload[GET_FW_INFO_OUT.activation] = isOnlineOffered ? ONLINE : 0;
  for (const [index, revision] of revisions.slice(0, GET_FW_INFO_OUT.slotsMax).entries()) {
    payload.set(encodeFwRevision(revision), GET_FW_INFO_OUT.revisions + index * FW_REVISION_LENGTH);
  }
  return payload;
}

export function decodeFwInfo(payload: Uint8Array): FwInfo {
  const slotInfo = payload[GET_FW_INFO_OUT.slotInfo] ?? 0;
  const slots = Math.min(payload[GET_FW_INFO_OUT.slots] ?? 0, GET_FW_INFO_OUT.slotsMax);
  return {
    active: slotInfo & SLOT_MASK,
    staged: (slotInfo >>> STAGED_SHIFT) & SLOT_MASK,
    isOnlineOffered: ((payload[GET_FW_INFO_OUT.activation] ?? 0) & ONLINE) !== 0,
    revisions: Array.from({ length: slots }, (_, index) =>
      decodeFwRevision(payload, GET_FW_INFO_OUT.revisions + index * FW_REVISION_LENGTH),
    ),
  };
}

/** Offsets and lengths in bytes; the data follows the header. Source: drivers/cxl/cxlmem.h, struct cxl_mbox_transfer_fw. */
export const TRANSFER_FW_IN = { length: 128, action: 0, slot: 1, offset: 4, data: 128 } as const;

/** Source: drivers/cxl/cxlmem.h, CXL_FW_TRANSFER_ACTION_*. */
export const FW_TRANSFERS = { full: 0, initiate: 1, continue: 2, end: 3, abort: 4 } as const;
export type FwTransferAction = keyof typeof FW_TRANSFERS;

/** What offsets are counted in, and parts are multiples of; in bytes. Source: drivers/cxl/cxlmem.h, CXL_FW_TRANSFER_ALIGNMENT. */
export const FW_TRANSFER_UNIT = 128;

/** `offset` is in bytes of the package, a multiple of the unit; the slot counts for a full transfer and for an end. */
export type TransferFw = { readonly action: number; readonly slot: number; readonly offset: number; readonly data: Uint8Array };

export function encodeTransferFw({ action, slot, offset, data }: TransferFw): Uint8Array {
  const payload = new Uint8Array(TRANSFER_FW_IN.length + data.length);
  payload[TRANSFER_FW_IN.action] = action;
  payload[TRANSFER_FW_IN.slot] = slot;
  writeU32(payload, TRANSFER_FW_IN.offset, offset / FW_TRANSFER_UNIT);
  payload.set(data, TRANSFER_FW_IN.data);
  return payload;
}

export function decodeTransferFw(payload: Uint8Array): TransferFw {
  return {
    action: payload[TRANSFER_FW_IN.action] ?? 0,
    slot: payload[TRANSFER_FW_IN.slot] ?? 0,
    offset: readU32(payload, TRANSFER_FW_IN.offset) * FW_TRANSFER_UNIT,
    data: payload.slice(TRANSFER_FW_IN.data),
  };
}

/** Offsets and lengths in bytes. Source: drivers/cxl/cxlmem.h, struct cxl_mbox_activate_fw. */
export const ACTIVATE_FW_IN = { length: 2, action: 0, slot: 1 } as const;

/** When the slot's firmware takes over. Source: drivers/cxl/cxlmem.h, CXL_FW_ACTIVATE_*. */
export const FW_ACTIVATIONS = { online: 0, 'at the next cold reset': 1 } as const;

export type ActivateFw = { readonly action: number; readonly slot: number };

export function encodeActivateFw({ action, slot }: ActivateFw): Uint8Array {
  return Uint8Array.of(action, slot);
}

export function decodeActivateFw(payload: Uint8Array): ActivateFw {
  return { action: payload[ACTIVATE_FW_IN.action] ?? 0, slot: payload[ACTIVATE_FW_IN.slot] ?? 0 };
}
