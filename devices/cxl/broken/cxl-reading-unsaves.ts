import { FEATURE_SELECTIONS } from '../../../kit/formats/cxl/get-feature.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { cxlWith } from '../cxl-device.js';
import { readFeature } from '../firmware/get-feature.js';

/** Breaks cxl-read-or-write-known. */
export default {
  rule: 'cxl-read-or-write-known',
  summary: 'Reading the default value makes it the saved one.',
  devices: cxlWith({
    firmware: {
      readFeature: (feature, selection) => {
        if (selection === FEATURE_SELECTIONS.default) feature.saved = feature.defaultValue;
        return readFeature(feature, selection);
      },
    },
  }),
} satisfies BrokenVariant;
