import { FEATURE_SELECTIONS } from '../../../kit/formats/cxl/get-feature.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { cxlWith } from '../cxl-device.js';
import { selectValue } from '../firmware/features.js';

/** Breaks cxl-read-or-write-known. */
export default {
  rule: 'cxl-read-or-write-known',
  summary: 'Reading the default value makes it the current one.',
  devices: cxlWith({
    firmware: {
      selectValue: (feature, selection) => {
        if (selection === FEATURE_SELECTIONS.default) feature.current = feature.default;
        return selectValue(feature, selection);
      },
    },
  }),
} satisfies BrokenVariant;
