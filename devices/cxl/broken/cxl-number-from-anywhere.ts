import { decodeGetSupportedFeatures } from '../../../kit/formats/cxl/get-supported-features.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { cxlWith } from '../cxl-device.js';
import { entriesFor, listFeatures } from '../driver/list-features.js';
import { CXL_DRIVER_PARTS } from '../driver/parts.js';

/** Breaks cxl-list-start-index. */
export default {
  rule: 'cxl-list-start-index',
  summary: 'Who asks for the number of features only may begin wherever it likes.',
  devices: cxlWith({
    driver: {
      runCommand: {
        ...CXL_DRIVER_PARTS.runCommand,
        'Get Supported Features': (driver, payload) => {
          const isNumberOnly = entriesFor(decodeGetSupportedFeatures(payload).count) === 0;
          return listFeatures(isNumberOnly ? { ...driver, parts: { ...driver.parts, isInList: () => true } } : driver, payload);
        },
      },
    },
  }),
} satisfies BrokenVariant;
