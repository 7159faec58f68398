import type { FeatureSetup } from './features.js';

/** The releases of the firmware, in their order; a device comes with the middle one. */
const RELEASES = ['earlier', 'usual', 'later'] as const;
export type Release = (typeof RELEASES)[number];

/** By how many bytes more a feature is told by each release. */
const GROWTH = { earlier: 0, usual: 0, later: 4 } as const satisfies Record<Release, number>;

/** A feature as that release has it: what there is more of comes behind what was there before. */
export function featureOfRelease(feature: FeatureSetup, release: Release): FeatureSetup {
  const getSize = feature.getSize + GROWTH[release];
  const value = new Uint8Array(getSize);
  value.set(feature.value.subarray(0, getSize));
  return { ...feature, getSize, value };
}
