import { SET_FEATURE_FLAGS, SET_FEATURE_TRANSFERS } from '../../../kit/formats/cxl/set-feature.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { cxlWith } from '../cxl-device.js';
import { setFlags } from '../driver/set-feature.js';

/** Breaks cxl-set-flags-forced. */
export default {
  rule: 'cxl-set-flags-forced',
  summary: 'A caller who asks for an abort gets it.',
  devices: cxlWith({
    driver: {
      setFlags: (asked, transfer) =>
        setFlags(asked, (asked & SET_FEATURE_FLAGS.transferMask) === SET_FEATURE_TRANSFERS.abort ? 'abort' : transfer),
    },
  }),
} satisfies BrokenVariant;
