import { decodeGetSupportedFeatures } from '../../../kit/formats/cxl/get-supported-features.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { cxlWith } from '../cxl-device.js';
import { listFeatures } from '../driver/list-features.js';
import { CXL_DRIVER_PARTS } from '../driver/parts.js';

/** Breaks cxl-entry-id. */
export default {
  rule: 'cxl-entry-id',
  summary: 'Each batch of the list counts its entries from 0.',
  devices: cxlWith({
    driver: {
      runCommand: {
        ...CXL_DRIVER_PARTS.runCommand,
        'Get Supported Features': (driver, payload) => {
          const { startIndex } = decodeGetSupportedFeatures(payload);
          const features = driver.features.map((entry) => ({ ...entry, id: entry.id - startIndex }));
          return listFeatures({ ...driver, features }, payload);
        },
      },
    },
  }),
} satisfies BrokenVariant;
