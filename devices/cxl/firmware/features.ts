import { FEATURE_ENTRY, FEATURE_FLAGS, type FeatureEntry } from '../../../kit/formats/cxl/feature-entry.js';
import { decodeGetFeature, FEATURE_SELECTIONS } from '../../../kit/formats/cxl/get-feature.js';
import {
  decodeGetSupportedFeatures,
  encodeSupportedFeatures,
  GET_SUPPORTED_FEATURES_OUT,
} from '../../../kit/formats/cxl/get-supported-features.js';
import { type Answer, done, failed } from './answer.js';
import type { Firmware } from './firmware.js';
import { includes, type Reset } from './resets.js';

/** A feature as the device is made with. */
export type FeatureSetup = Omit<FeatureEntry, 'id'> & { readonly value: Uint8Array };

/** A new value that waits for a reset; `isSaved` says whether it outlives one that it does not take effect at. */
type PendingValue = { readonly value: Uint8Array; readonly at: Reset; readonly isSaved: boolean };

/** A feature and the values it has. Each value is as long as the feature, and replaced rather than written to. */
export type Feature = {
  readonly entry: FeatureEntry;
  readonly default: Uint8Array;
  current: Uint8Array;
  saved: Uint8Array;
  pending: PendingValue | null;
};

export function createFeatures(setups: readonly FeatureSetup[]): ReadonlyMap<string, Feature> {
  return new Map(
    setups.map(({ value, ...entry }, id) => [
      entry.uuid,
      { entry: { ...entry, id }, default: value, current: value, saved: value, pending: null },
    ]),
  );
}

/** The answer takes no more than the count of bytes that was asked for, and what the mailbox carries. */
export function getSupportedFeatures({ features, payloadSize }: Firmware, payload: Uint8Array): Answer {
  const { count, startIndex } = decodeGetSupportedFeatures(payload);
  const entries = [...features.values()].map(({ entry }) => entry);
  if (startIndex > 0 && startIndex >= entries.length) return failed('Invalid Input');
  const room = Math.min(count, payloadSize) - GET_SUPPORTED_FEATURES_OUT.length;
  const fitting = Math.max(0, Math.floor(room / FEATURE_ENTRY.length));
  return done(encodeSupportedFeatures(entries.length, entries.slice(startIndex, startIndex + fitting)));
}

export function getFeature(firmware: Firmware, payload: Uint8Array): Answer {
  const { uuid, offset, count, selection } = decodeGetFeature(payload);
  const feature = firmware.features.get(uuid);
  if (feature === undefined) return failed('Unsupported');
  const value = firmware.parts.selectValue(feature, selection);
  if (value === null) return failed('Unsupported Feature Selection Value');
  if (count > firmware.payloadSize || offset + count > value.length) return failed('Invalid Input');
  return done(value.slice(offset, offset + count));
}

/** The value that is asked for, or null where the feature does not offer that one. */
export function selectValue(feature: Feature, selection: number): Uint8Array | null {
  const { flags } = feature.entry;
  switch (selection) {
    case FEATURE_SELECTIONS.current:
      return feature.current;
    case FEATURE_SELECTIONS.default:
      return (flags & FEATURE_FLAGS.defaultSelectable) === 0 ? null : feature.default;
    case FEATURE_SELECTIONS.saved:
      return (flags & FEATURE_FLAGS.savedSelectable) === 0 ? null : feature.saved;
    default:
      return null;
  }
}

/** The feature gets a new value, at once or at the reset that its effects name. */
export function setValue(firmware: Firmware, feature: Feature, value: Uint8Array, isSaved: boolean): void {
  if (isSaved) feature.saved = value;
  const at = firmware.parts.takesEffect(feature.entry.effects);
  if (at === 'at once') feature.current = value;
  else feature.pending = { value, at, isSaved };
}

/** What waited for the reset takes effect; a current value that was not saved is replaced by the one that was. */
export function resetFeature(feature: Feature, reset: Reset): void {
  const { pending } = feature;
  if (pending === null) {
    feature.current = feature.saved;
  } else if (includes(reset, pending.at)) {
    feature.current = pending.value;
    feature.pending = null;
  } else if (!pending.isSaved) {
    feature.pending = null;
  }
}
