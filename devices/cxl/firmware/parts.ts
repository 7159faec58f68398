import { readFeature } from './get-feature.js';
import { entriesThatFit } from './get-supported-features.js';
import { featureOfRelease } from './releases.js';
import { isDue } from './resets.js';
import { valueAfterReset } from './value-after-reset.js';
import { whenLive } from './when-live.js';

/** What the firmware alone decides about features, by name. A broken subject is this table with one entry replaced. */
export const CXL_FIRMWARE_PARTS = {
  entriesThatFit,
  featureOfRelease,
  isDue,
  readFeature,
  valueAfterReset,
  whenLive,
};

export type CxlFirmwareParts = typeof CXL_FIRMWARE_PARTS;
