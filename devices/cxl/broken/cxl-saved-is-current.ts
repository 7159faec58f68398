import { decodeGetFeature, encodeGetFeature, FEATURE_SELECTIONS } from '../../../kit/formats/cxl/get-feature.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { cxlWith } from '../cxl-device.js';
import { getFeature } from '../driver/get-feature.js';
import { CXL_DRIVER_PARTS } from '../driver/parts.js';

/** Breaks cxl-get-selection. */
export default {
  rule: 'cxl-get-selection',
  summary: 'Whoever asks for the saved value gets the current one.',
  devices: cxlWith({
    driver: {
      runCommand: {
        ...CXL_DRIVER_PARTS.runCommand,
        'Get Feature': (driver, payload, outLength) => {
          const asked = decodeGetFeature(payload);
          if (asked.selection !== FEATURE_SELECTIONS.saved) return getFeature(driver, payload, outLength);
          return getFeature(driver, encodeGetFeature({ ...asked, selection: FEATURE_SELECTIONS.current }), outLength);
        },
      },
    },
  }),
} satisfies BrokenVariant;
