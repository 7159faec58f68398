import {
  ACTIVATE_FW_ACTIONS,
  ACTIVATE_FW_IN,
  decodeTransferFirmware,
  encodeFirmwareInfo,
  TRANSFER_FW_ACTIONS,
  type TransferFirmware,
} from '../../../kit/formats/cxl/firmware-update.js';
import { type Answer, done, failed } from './answer.js';
import type { Firmware } from './firmware.js';
import type { Reset } from './resets.js';

/** Slots count from 1; `staged` is the one that the next cold reset activates, 0 for none. A revision is what an image begins with. */
export type FirmwareSlots = {
  active: number;
  staged: number;
  readonly revisions: string[];
  transfer: { readonly slot: number; readonly image: Uint8Array } | null;
};

const REVISION_LENGTH = 16;
const { full, initiate, continue: next, end, abort } = TRANSFER_FW_ACTIONS;

export function createFirmwareSlots(): FirmwareSlots {
  return { active: 1, staged: 0, revisions: ['model 1', ''], transfer: null };
}

export function getFirmwareInfo({ slots: { active, staged, revisions } }: Firmware): Answer {
  return done(encodeFirmwareInfo({ active, staged, revisions, canActivateOnline: true }));
}

export function transferFirmware({ slots }: Firmware, payload: Uint8Array): Answer {
  const part = decodeTransferFirmware(payload);
  if (part.action === abort) {
    slots.transfer = null;
    return done();
  }
  if (part.action !== next && (part.slot < 1 || part.slot > slots.revisions.length || part.slot === slots.active))
    return failed('Invalid Slot');
  switch (part.action) {
    case full:
    case initiate:
      if (slots.transfer !== null) return failed('FW Transfer in Progress');
      if (part.action === full) store(slots, part.slot, part.data);
      else slots.transfer = { slot: part.slot, image: part.data };
      return done();
    case next:
    case end:
      return appendPart(slots, part);
    default:
      return failed('Invalid Input');
  }
}

function appendPart(slots: FirmwareSlots, { action, slot, offset, data }: TransferFirmware): Answer {
  const { transfer } = slots;
  if (transfer === null || transfer.image.length !== offset) return failed('FW Transfer Out of Order');
  if (action === end && slot !== transfer.slot) return failed('FW Transfer Out of Order');
  const image = Uint8Array.from([...transfer.image, ...data]);
  slots.transfer = action === end ? null : { ...transfer, image };
  if (action === end) store(slots, slot, image);
  return done();
}

function store(slots: FirmwareSlots, slot: number, image: Uint8Array): void {
  slots.revisions[slot - 1] = new TextDecoder().decode(image.subarray(0, REVISION_LENGTH)).replace(/\0.*$/s, '');
}

export function activateFirmware({ slots }: Firmware, payload: Uint8Array): Answer {
  const [action, slot] = [payload[ACTIVATE_FW_IN.action] ?? 0, payload[ACTIVATE_FW_IN.slot] ?? 0];
  if (!slots.revisions[slot - 1]) return failed('Invalid Slot');
  if (action === ACTIVATE_FW_ACTIONS.online) slots.active = slot;
  else if (action === ACTIVATE_FW_ACTIONS['at the next cold reset']) slots.staged = slot;
  else return failed('Invalid Input');
  return done();
}

export function resetFirmwareSlots(slots: FirmwareSlots, reset: Reset): void {
  slots.transfer = null;
  if (reset !== 'cold' || slots.staged === 0) return;
  slots.active = slots.staged;
  slots.staged = 0;
}
