import { FEATURE_FLAGS, type FeatureEntry } from '../../../kit/formats/cxl/feature-entry.js';
import type { CxlReset } from './resets.js';

/** A feature as the device is shipped: its entry, but for the index, and its value; lengths in bytes. */
export type FeatureSetup = Omit<FeatureEntry, 'id'> & { readonly value: Uint8Array };

/** A feature of the device, and the values that it has; each as long as reading or setting needs, whichever is longer. */
export type Feature = {
  readonly entry: FeatureEntry;
  readonly defaultValue: Uint8Array;
  current: Uint8Array;
  /** What a reset brings back. */
  saved: Uint8Array;
  /** What was set and is not in effect yet. */
  waiting: { readonly value: Uint8Array; readonly isSaved: boolean; readonly until: CxlReset } | null;
};

export function createFeatures(setups: readonly FeatureSetup[]): readonly Feature[] {
  return setups.map(({ value, ...entry }, id) => {
    const defaultValue = new Uint8Array(Math.max(entry.getSize, entry.setSize));
    defaultValue.set(value.subarray(0, defaultValue.length));
    return { entry: { ...entry, id }, defaultValue, current: defaultValue, saved: defaultValue, waiting: null };
  });
}

export function hasFlag({ entry }: Feature, flag: keyof typeof FEATURE_FLAGS): boolean {
  return (entry.flags & FEATURE_FLAGS[flag]) !== 0;
}
