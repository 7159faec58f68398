import { hasEffect } from '../../../kit/formats/cxl/effects.js';
import { CXL_OPCODES } from '../../../kit/formats/cxl/opcodes.js';
import { startInBackground } from './background.js';
import { type Answer, done } from './command.js';
import { type Feature, hasFlag } from './features.js';
import type { Firmware } from './firmware.js';

/** Gives the feature its new value: here and now, or in the background when that is what it announces. */
export function setValue(firmware: Firmware, feature: Feature, data: Uint8Array, isSaved: boolean): Answer {
  const { effects } = feature.entry;
  if (!hasEffect(effects, 'background operation')) {
    takeValue(firmware, feature, data, isSaved);
    return done();
  }
  return startInBackground(firmware, {
    opcode: CXL_OPCODES['Set Feature'],
    canAbort: hasEffect(effects, 'background abort supported'),
    complete: () => {
      takeValue(firmware, feature, data, isSaved);
      return 'Success';
    },
  });
}

/** `data` is as long as the feature takes; what can only be read of the feature stays. */
function takeValue(firmware: Firmware, feature: Feature, data: Uint8Array, wantsSaved: boolean): void {
  const value = feature.current.slice();
  value.set(data);
  const isSaved = wantsSaved && hasFlag(feature, 'savedSelectable');
  const until = firmware.parts.whenLive(feature.entry.effects);
  if (until === 'now') becomeLive(feature, value, isSaved);
  else feature.waiting = { value, isSaved, until };
}

export function becomeLive(feature: Feature, value: Uint8Array, isSaved: boolean): void {
  feature.current = value;
  if (isSaved) feature.saved = value;
  feature.waiting = null;
}
