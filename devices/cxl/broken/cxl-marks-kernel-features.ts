import { FEATURE_ENTRY } from '../../../kit/formats/cxl/feature-entry.js';
import { decodeSupportedFeatures, GET_SUPPORTED_FEATURES_OUT } from '../../../kit/formats/cxl/get-supported-features.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { cxlWith } from '../cxl-device.js';
import { listFeatures } from '../driver/list-features.js';
import { CXL_DRIVER_PARTS } from '../driver/parts.js';

/** Breaks cxl-list-reserved-zero. */
export default {
  rule: 'cxl-list-reserved-zero',
  summary: 'The last reserved byte of an entry says whether the kernel manages the feature.',
  devices: cxlWith({
    driver: {
      runCommand: {
        ...CXL_DRIVER_PARTS.runCommand,
        'Get Supported Features': async (driver, payload) => {
          const outcome = await listFeatures(driver, payload);
          if (!outcome.ok) return outcome;
          const list = outcome.value.payload;
          for (const [index, { uuid }] of decodeSupportedFeatures(list).entries.entries()) {
            const end = GET_SUPPORTED_FEATURES_OUT.entries + (index + 1) * FEATURE_ENTRY.length;
            if (driver.parts.isExclusive(uuid)) list[end - 1] = 1;
          }
          return outcome;
        },
      },
    },
  }),
} satisfies BrokenVariant;
