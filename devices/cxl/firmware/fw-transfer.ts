import { decodeTransferFw, FW_TRANSFER_UNIT, FW_TRANSFERS, type TransferFw } from '../../../kit/formats/cxl/fw-update.js';
import { type Answer, type Command, done, failed } from './command.js';
import type { Firmware } from './firmware.js';
import { FW_PACKAGE_SIZE, storePackage } from './fw-package.js';
import { isSpareSlot } from './fw-slots.js';
import { isRepeated, openTransfer, type Transfer, takePart } from './transfer.js';

type Part = TransferFw & { readonly payload: Uint8Array };

const ACTIONS = new Map<number, (firmware: Firmware, part: Part) => Answer>([
  [FW_TRANSFERS.full, transferInFull],
  [FW_TRANSFERS.initiate, initiateTransfer],
  [FW_TRANSFERS.continue, continueTransfer],
  [FW_TRANSFERS.end, endTransfer],
  [FW_TRANSFERS.abort, abortTransfer],
]);

/** One package is transferred at a time, in parts that are whole units. */
export function transferFw(firmware: Firmware, { payload }: Command): Answer {
  const part = decodeTransferFw(payload);
  const act = ACTIONS.get(part.action);
  if (act === undefined) return failed('Invalid Input');
  if (part.action !== FW_TRANSFERS.abort) {
    if (part.data.length === 0) return failed('Invalid Payload Length');
    if (part.data.length % FW_TRANSFER_UNIT !== 0) return failed('Invalid Input');
  }
  return act(firmware, { ...part, payload });
}

function transferInFull(firmware: Firmware, { slot, data }: Part): Answer {
  if (firmware.fwTransfer !== null) return failed('FW Transfer in Progress');
  if (!isSpareSlot(firmware.fwSlots, slot)) return failed('Invalid Slot');
  if (data.length > FW_PACKAGE_SIZE) return failed('Invalid Input');
  return storePackage(firmware, slot, data);
}

function initiateTransfer(firmware: Firmware, part: Part): Answer {
  const underway = firmware.fwTransfer;
  if (underway !== null) return isRepeated(underway, part.payload) ? done() : failed('FW Transfer in Progress');
  const transfer = openTransfer(FW_PACKAGE_SIZE);
  const answer = append(transfer, part);
  if (answer.returnCode === 'Success') firmware.fwTransfer = transfer;
  return answer;
}

function continueTransfer(firmware: Firmware, part: Part): Answer {
  const transfer = firmware.fwTransfer;
  if (transfer === null) return failed('FW Transfer Out of Order');
  const answer = isRepeated(transfer, part.payload) ? done() : append(transfer, part);
  if (answer.returnCode === 'FW Transfer Out of Order') firmware.fwTransfer = null;
  return answer;
}

/** The slot is looked at first, so that an end with a wrong one can be sent again with a right one. */
function endTransfer(firmware: Firmware, part: Part): Answer {
  if (!isSpareSlot(firmware.fwSlots, part.slot)) return failed('Invalid Slot');
  const answer = continueTransfer(firmware, part);
  const transfer = firmware.fwTransfer;
  if (answer.returnCode !== 'Success' || transfer === null) return answer;
  const outcome = storePackage(firmware, part.slot, transfer.data.slice(0, transfer.length));
  if (outcome.returnCode !== 'Busy') firmware.fwTransfer = null;
  return outcome;
}

function abortTransfer(firmware: Firmware): Answer {
  if (firmware.fwTransfer === null) return failed('Invalid Input');
  firmware.fwTransfer = null;
  return done();
}

function append(transfer: Transfer, { payload, offset, data }: Part): Answer {
  if (offset + data.length > transfer.data.length) return failed('Invalid Input');
  return takePart(transfer, payload, offset, data) ? done() : failed('FW Transfer Out of Order');
}
