import { decodeSetFeature, SET_FEATURE_FLAGS, SET_FEATURE_TRANSFERS, type SetFeature } from '../../../kit/formats/cxl/set-feature.js';
import { type Answer, type Command, failed } from './command.js';
import { abortTransfer, continueTransfer, finishTransfer, initiateTransfer, type Part, transferInFull } from './feature-transfer.js';
import { type Feature, hasFlag } from './features.js';
import type { Firmware } from './firmware.js';

/** Stands for the feature that is being transferred. */
const FEATURE_IN_TRANSFER = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

const ACTIONS = new Map<number, (firmware: Firmware, part: Part) => Answer>([
  [SET_FEATURE_TRANSFERS.full, transferInFull],
  [SET_FEATURE_TRANSFERS.initiate, initiateTransfer],
  [SET_FEATURE_TRANSFERS.continue, continueTransfer],
  [SET_FEATURE_TRANSFERS.finish, finishTransfer],
  [SET_FEATURE_TRANSFERS.abort, abortTransfer],
]);

/** What is set, then by what action, then whether the data is any that the feature takes, then the transfer itself. */
export function setFeature(firmware: Firmware, { payload }: Command): Answer {
  const request = decodeSetFeature(payload);
  const feature = findFeature(firmware, request.uuid);
  if (feature === undefined) return failed('Unsupported');
  if (!hasFlag(feature, 'changeable')) return failed('Invalid Input');
  const action = request.flags & SET_FEATURE_FLAGS.transferMask;
  const act = ACTIONS.get(action);
  if (act === undefined) return failed('Invalid Input');
  if (action !== SET_FEATURE_TRANSFERS.abort) {
    if (request.data.length === 0) return failed('Invalid Payload Length');
    if (!hasRightVersion(feature, request)) return failed('Unsupported Feature Version');
  }
  return act(firmware, { ...request, feature, payload });
}

function hasRightVersion({ entry }: Feature, { version }: SetFeature): boolean {
  return version === entry.setVersion;
}

/** A feature of that UUID goes before the special meaning that the UUID may have. */
function findFeature(firmware: Firmware, uuid: string): Feature | undefined {
  const named = firmware.features.find(({ entry }) => entry.uuid === uuid);
  return named ?? (uuid === FEATURE_IN_TRANSFER ? firmware.featureTransfer?.feature : undefined);
}
