import { FEATURE_FLAGS, type FeatureEntry } from '../../../kit/formats/cxl/feature-entry.js';
import { CXL_FEATURE_UUIDS } from '../../../kit/formats/cxl/feature-uuids.js';

const EXCLUSIVE: ReadonlySet<string> = new Set(Object.values(CXL_FEATURE_UUIDS));

/** Whether the kernel manages the feature itself. Source: drivers/cxl/core/features.c, cxl_exclusive_feats. */
export function isExclusive(uuid: string): boolean {
  return EXCLUSIVE.has(uuid);
}

/** How user space sees an entry: nothing can be set of what the kernel manages. Source: drivers/cxl/core/features.c, cxlctl_get_supported_features. */
export function shownEntry(entry: FeatureEntry, isKept: boolean): FeatureEntry {
  return isKept ? { ...entry, setSize: 0, flags: entry.flags & ~FEATURE_FLAGS.changeable } : entry;
}

/** A node is of use if there is a feature for user space. Source: drivers/cxl/core/features.c, devm_cxl_setup_fwctl. */
export function needsNode(features: readonly FeatureEntry[]): boolean {
  return features.some(({ uuid }) => !isExclusive(uuid));
}
