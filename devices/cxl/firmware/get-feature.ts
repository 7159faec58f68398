import { decodeGetFeature, FEATURE_SELECTIONS } from '../../../kit/formats/cxl/get-feature.js';
import { type Answer, type Command, done, failed } from './command.js';
import { type Feature, hasFlag } from './features.js';
import type { Firmware } from './firmware.js';

/** The value that the number selects, or undefined when the feature does not tell it. Looking changes nothing. */
export function readFeature(feature: Feature, selection: number): Uint8Array | undefined {
  switch (selection) {
    case FEATURE_SELECTIONS.current:
      return feature.current;
    case FEATURE_SELECTIONS.default:
      return hasFlag(feature, 'defaultSelectable') ? feature.defaultValue : undefined;
    case FEATURE_SELECTIONS.saved:
      return hasFlag(feature, 'savedSelectable') ? savedValue(feature) : undefined;
    default:
      return undefined;
  }
}

/** Saved counts from when it was set, even if it waits for a reset. */
function savedValue({ saved, waiting }: Feature): Uint8Array {
  return waiting?.isSaved === true ? waiting.value : saved;
}

/** From the offset on as much as was asked for, or as there is. */
export function getFeature(firmware: Firmware, command: Command): Answer {
  const { uuid, offset, count, selection } = decodeGetFeature(command.payload);
  const feature = firmware.features.find(({ entry }) => entry.uuid === uuid);
  if (feature === undefined) return failed('Unsupported');
  const { getSize } = feature.entry;
  if (offset >= getSize || count > firmware.payloadSize) return failed('Invalid Input');
  const value = firmware.parts.readFeature(feature, selection);
  if (value === undefined) return failed('Unsupported Feature Selection Value');
  return done(value.slice(offset, Math.min(offset + count, getSize)));
}
