import type { SetFeature } from '../../../kit/formats/cxl/set-feature.js';
import { SET_FEATURE_FLAGS } from '../../../kit/formats/cxl/set-feature.js';
import { type Answer, done, failed } from './command.js';
import type { Feature } from './features.js';
import type { Firmware } from './firmware.js';
import { setValue } from './set-value.js';
import { isRepeated, openTransfer, type Transfer, takePart } from './transfer.js';

/** The feature that is being transferred; a device has one of them at a time. */
export type FeatureTransfer = Transfer & { readonly feature: Feature; readonly isSaved: boolean };

/** One Set Feature command, and the feature that it names. */
export type Part = SetFeature & { readonly feature: Feature; readonly payload: Uint8Array };

const wantsSaved = ({ flags }: SetFeature): boolean => (flags & SET_FEATURE_FLAGS.savedAcrossReset) !== 0;

/** The whole of the data in one command. What lies ahead of its offset stays, and what is not sent behind it is zero. */
export function transferInFull(firmware: Firmware, part: Part): Answer {
  if (firmware.featureTransfer !== null) return failed('Feature Transfer in Progress');
  const { data, offset, feature } = part;
  const { setSize } = feature.entry;
  if (offset + data.length > setSize) return failed('Invalid Input');
  const whole = openTransfer(setSize, aheadOf(part)).data;
  whole.set(data, offset);
  return setValue(firmware, feature, whole, wantsSaved(part));
}

/** Whether the value is to be saved is said here; the other parts do not count. */
export function initiateTransfer(firmware: Firmware, part: Part): Answer {
  const underway = firmware.featureTransfer;
  if (underway !== null) return isRepeated(underway, part.payload) ? done() : failed('Feature Transfer in Progress');
  const { feature } = part;
  const transfer = { ...openTransfer(feature.entry.setSize, aheadOf(part)), feature, isSaved: wantsSaved(part) };
  const answer = append(transfer, part);
  if (answer.returnCode === 'Success') firmware.featureTransfer = transfer;
  return answer;
}

export function continueTransfer(firmware: Firmware, part: Part): Answer {
  const transfer = firmware.featureTransfer;
  if (transfer === null) return failed('Feature Transfer Out of Order');
  if (transfer.feature !== part.feature) return failed('Feature Transfer in Progress');
  const answer = isRepeated(transfer, part.payload) ? done() : append(transfer, part);
  if (answer.returnCode === 'Feature Transfer Out of Order') firmware.featureTransfer = null;
  return answer;
}

/** The last part, and with it the new value. A finish that the device is too busy for can be sent again. */
export function finishTransfer(firmware: Firmware, part: Part): Answer {
  const answer = continueTransfer(firmware, part);
  const transfer = firmware.featureTransfer;
  if (answer.returnCode !== 'Success' || transfer === null) return answer;
  const outcome = setValue(firmware, transfer.feature, transfer.data, transfer.isSaved);
  if (outcome.returnCode !== 'Busy') firmware.featureTransfer = null;
  return outcome;
}

/** What has arrived is forgotten. There is nothing to abort when the feature is not being transferred. */
export function abortTransfer(firmware: Firmware, { feature }: Part): Answer {
  if (firmware.featureTransfer?.feature !== feature) return failed('Invalid Input');
  firmware.featureTransfer = null;
  return done();
}

/** What was set last, or is in effect, up to the offset of the part. */
function aheadOf({ feature, offset }: Part): Uint8Array {
  return (feature.waiting?.value ?? feature.current).subarray(0, offset);
}

function append(transfer: FeatureTransfer, { payload, offset, data }: Part): Answer {
  if (offset + data.length > transfer.data.length) return failed('Invalid Input');
  return takePart(transfer, payload, offset, data) ? done() : failed('Feature Transfer Out of Order');
}
