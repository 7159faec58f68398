import { FEATURE_FLAGS } from '../../../kit/formats/cxl/feature-entry.js';
import { CXL_OPCODES } from '../../../kit/formats/cxl/opcodes.js';
import { decodeSetFeature, SET_FEATURE_FLAGS, SET_FEATURE_TRANSFERS, type SetFeature } from '../../../kit/formats/cxl/set-feature.js';
import { type Answer, done, failed } from './answer.js';
import { startInBackground } from './background.js';
import { hasEffect } from './effects.js';
import { type Feature, setValue } from './features.js';
import type { Firmware } from './firmware.js';

/** A value that comes in several parts; `received` is how far they reach. */
export type Transfer = { readonly uuid: string; readonly value: Uint8Array; readonly received: number };

const { full, initiate, continue: next, finish, abort } = SET_FEATURE_TRANSFERS;

/** What concerns the feature comes first, then the order of the parts, then where they lie. */
export function runSetFeature(firmware: Firmware, payload: Uint8Array): Answer {
  const request = decodeSetFeature(payload);
  const feature = firmware.features.get(request.uuid);
  if (feature === undefined || (feature.entry.flags & FEATURE_FLAGS.changeable) === 0) return failed('Unsupported');
  if (request.version !== feature.entry.setVersion) return failed('Unsupported Feature Version');
  switch (request.flags & SET_FEATURE_FLAGS.transferMask) {
    case full:
      return setWhole(firmware, feature, request);
    case initiate:
      return beginTransfer(firmware, feature, request);
    case next:
      return continueTransfer(firmware, request);
    case finish:
      return finishTransfer(firmware, feature, request);
    case abort:
      return abortTransfer(firmware, request);
    default:
      return failed('Invalid Input');
  }
}

function setWhole(firmware: Firmware, feature: Feature, request: SetFeature): Answer {
  if (firmware.transfer !== null) return failed('Feature Transfer in Progress');
  const value = merge(lastValue(feature), request);
  return value === null ? failed('Invalid Input') : take(firmware, feature, value, request);
}

function beginTransfer(firmware: Firmware, feature: Feature, request: SetFeature): Answer {
  if (firmware.transfer !== null) return failed('Feature Transfer in Progress');
  const value = merge(lastValue(feature), request);
  if (value === null) return failed('Invalid Input');
  firmware.transfer = { uuid: request.uuid, value, received: request.offset + request.data.length };
  return done();
}

function continueTransfer(firmware: Firmware, request: SetFeature): Answer {
  const { transfer } = firmware;
  if (!isNext(transfer, request)) return failed('Feature Transfer Out of Order');
  const value = merge(transfer.value, request);
  if (value === null) return failed('Invalid Input');
  firmware.transfer = { ...transfer, value, received: transfer.received + request.data.length };
  return done();
}

function finishTransfer(firmware: Firmware, feature: Feature, request: SetFeature): Answer {
  const { transfer } = firmware;
  if (!isNext(transfer, request)) return failed('Feature Transfer Out of Order');
  const value = merge(transfer.value, request);
  if (value === null) return failed('Invalid Input');
  firmware.transfer = null;
  return take(firmware, feature, value, request);
}

function abortTransfer(firmware: Firmware, { uuid }: SetFeature): Answer {
  if (firmware.transfer?.uuid !== uuid) return failed('Feature Transfer Out of Order');
  firmware.transfer = null;
  return done();
}

function isNext(transfer: Transfer | null, { uuid, offset }: SetFeature): transfer is Transfer {
  return transfer !== null && transfer.uuid === uuid && transfer.received === offset;
}

/** What a part that does not reach everywhere leaves as it was. */
function lastValue({ pending, current }: Feature): Uint8Array {
  return pending?.value ?? current;
}

/** The value with the part in its place, or null when it reaches beyond the end. */
function merge(value: Uint8Array, { offset, data }: SetFeature): Uint8Array | null {
  if (offset + data.length > value.length) return null;
  const merged = value.slice();
  merged.set(data, offset);
  return merged;
}

function take(firmware: Firmware, feature: Feature, value: Uint8Array, { flags }: SetFeature): Answer {
  const isSaved = (flags & SET_FEATURE_FLAGS.savedAcrossReset) !== 0;
  const { effects } = feature.entry;
  if (!hasEffect(effects, 'background operation')) {
    setValue(firmware, feature, value, isSaved);
    return done();
  }
  return startInBackground(firmware, {
    opcode: CXL_OPCODES['Set Feature'],
    canBeAborted: hasEffect(effects, 'background abort supported'),
    complete: () => setValue(firmware, feature, value, isSaved),
  });
}
