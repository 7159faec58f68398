import { decodeActivateFw, encodeFwInfo, FW_ACTIVATIONS } from '../../../kit/formats/cxl/fw-update.js';
import { type Answer, type Command, done, failed } from './command.js';
import type { Firmware } from './firmware.js';

/** Where firmware is stored, counted from 1. Of each only the revision is kept; that of an empty slot is empty. */
export type FwSlots = {
  readonly revisions: string[];
  active: number;
  /** The slot that the next cold reset activates; 0 for none. */
  staged: number;
};

export function createFwSlots(): FwSlots {
  return { revisions: ['1.0', ''], active: 1, staged: 0 };
}

export function activeRevision({ revisions, active }: FwSlots): string {
  return revisions[active - 1] ?? '';
}

/** A slot that there is, other than the one whose firmware runs. */
export function isSpareSlot({ revisions, active }: FwSlots, slot: number): boolean {
  return slot >= 1 && slot <= revisions.length && slot !== active;
}

export function activateStaged(slots: FwSlots): void {
  if (slots.staged === 0) return;
  slots.active = slots.staged;
  slots.staged = 0;
}

export function getFwInfo({ fwSlots }: Firmware): Answer {
  return done(encodeFwInfo({ ...fwSlots, isOnlineOffered: false }));
}

/** Firmware is changed by a cold reset only. */
export function activateFw({ fwSlots }: Firmware, command: Command): Answer {
  const { action, slot } = decodeActivateFw(command.payload);
  if (action !== FW_ACTIVATIONS['at the next cold reset']) return failed('Invalid Input');
  if (!isSpareSlot(fwSlots, slot) || fwSlots.revisions[slot - 1] === '') return failed('Invalid Slot');
  fwSlots.staged = slot;
  return done();
}
