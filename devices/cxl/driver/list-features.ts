import { FEATURE_ENTRY } from '../../../kit/formats/cxl/feature-entry.js';
import { decodeGetSupportedFeatures, encodeSupportedFeatures } from '../../../kit/formats/cxl/get-supported-features.js';
import { refuse } from '../../../kit/result.js';
import type { CxlDriver } from './driver.js';
import { type Outcome, succeeded } from './outcome.js';

/** Answered from the list that the driver has; the device is not asked. Source: drivers/cxl/core/features.c, cxlctl_get_supported_features. */
export async function listFeatures(driver: CxlDriver, payload: Uint8Array): Promise<Outcome> {
  const { parts, features } = driver;
  if (!parts.isRightSize('Get Supported Features', payload.length)) return refuse('EINVAL');
  const { count, startIndex } = decodeGetSupportedFeatures(payload);
  if (!parts.isInList(startIndex, features.length)) return refuse('EINVAL');
  const shown = features.map((entry) => parts.shownEntry(entry, parts.isKept(driver, entry.uuid)));
  const entries = shown.slice(startIndex, startIndex + parts.entriesFor(count));
  return succeeded(encodeSupportedFeatures(features.length, entries));
}

export function isInList(startIndex: number, length: number): boolean {
  return startIndex < length;
}

/** How many entries a count of bytes has room for, the header of the list not counted. */
export function entriesFor(count: number): number {
  return Math.floor(count / FEATURE_ENTRY.length);
}
