import { type Answer, done } from './command.js';
import { type Feature, hasFlag } from './features.js';
import type { Firmware } from './firmware.js';

/** `data` is as long as the feature takes; what can only be read of the feature stays. */
export function setValue(firmware: Firmware, feature: Feature, data: Uint8Array, isSaved: boolean): Answer {
  const value = feature.current.slice();
  value.set(data);
  takeValue(firmware, feature, value, isSaved && hasFlag(feature, 'savedSelectable'));
  return done();
}

function takeValue(firmware: Firmware, feature: Feature, value: Uint8Array, isSaved: boolean): void {
  const until = firmware.parts.whenLive(feature.entry.effects);
  if (until === 'now') becomeLive(feature, value, isSaved);
  else feature.waiting = { value, isSaved, until };
}

export function becomeLive(feature: Feature, value: Uint8Array, isSaved: boolean): void {
  feature.current = value;
  if (isSaved) feature.saved = value;
  feature.waiting = null;
}
