import { FEATURE_ENTRY } from '../../../kit/formats/cxl/feature-entry.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { cxlWith } from '../cxl-device.js';

/** Breaks cxl-list-count. */
export default {
  rule: 'cxl-list-count',
  summary: 'Part of an entry counts as a whole one.',
  devices: cxlWith({ driver: { entriesFor: (count) => Math.ceil(count / FEATURE_ENTRY.length) } }),
} satisfies BrokenVariant;
