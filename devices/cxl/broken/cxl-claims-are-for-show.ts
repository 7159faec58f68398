import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { cxlWith } from '../cxl-device.js';
import { CXL_DRIVER_PARTS } from '../driver/parts.js';
import { setFeature } from '../driver/set-feature.js';

/** Breaks cxl-claimed-feature. */
export default {
  rule: 'cxl-claimed-feature',
  summary: 'What a kernel driver takes over is shown as not changeable, and set all the same.',
  devices: cxlWith({
    driver: {
      runCommand: {
        ...CXL_DRIVER_PARTS.runCommand,
        'Set Feature': (driver, payload, outLength) =>
          setFeature({ ...driver, parts: { ...driver.parts, isKept: ({ parts }, uuid) => parts.isExclusive(uuid) } }, payload, outLength),
      },
    },
  }),
} satisfies BrokenVariant;
