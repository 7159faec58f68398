import { SET_FEATURE_FLAGS } from '../../../kit/formats/cxl/set-feature.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { cxlWith } from '../cxl-device.js';
import { setFlags } from '../driver/set-feature.js';

/** Breaks cxl-set-flags-forced. */
export default {
  rule: 'cxl-set-flags-forced',
  summary: 'A caller who asks for what the driver asks for anyway gets the opposite.',
  devices: cxlWith({ driver: { setFlags: (asked, transfer) => setFlags(asked, transfer) ^ (asked & SET_FEATURE_FLAGS.savedAcrossReset) } }),
} satisfies BrokenVariant;
