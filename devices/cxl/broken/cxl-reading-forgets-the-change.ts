import { FEATURE_SELECTIONS } from '../../../kit/formats/cxl/get-feature.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { cxlWith } from '../cxl-device.js';
import { readFeature } from '../firmware/get-feature.js';

/** Breaks cxl-reset-effect-delayed. */
export default {
  rule: 'cxl-reset-effect-delayed',
  summary: 'A change that waits for a reset is forgotten when the current value is read.',
  devices: cxlWith({
    firmware: {
      readFeature: (feature, selection) => {
        if (selection === FEATURE_SELECTIONS.current) feature.waiting = null;
        return readFeature(feature, selection);
      },
    },
  }),
} satisfies BrokenVariant;
