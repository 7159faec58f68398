import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { cxlWith } from '../cxl-device.js';
import { isExclusive } from '../driver/kernel-features.js';
import { listFeatures } from '../driver/list-features.js';
import { CXL_DRIVER_PARTS } from '../driver/parts.js';

/** Breaks cxl-exclusive-shown-read-only. */
export default {
  rule: 'cxl-exclusive-shown-read-only',
  summary: 'Of the features that the kernel manages, only the first in the list is shown as not changeable.',
  devices: cxlWith({
    driver: {
      runCommand: {
        ...CXL_DRIVER_PARTS.runCommand,
        'Get Supported Features': (driver, payload) => {
          const first = driver.features.find(({ uuid }) => isExclusive(uuid))?.uuid;
          return listFeatures({ ...driver, parts: { ...driver.parts, isKept: (_driver, uuid) => uuid === first } }, payload);
        },
      },
    },
  }),
} satisfies BrokenVariant;
