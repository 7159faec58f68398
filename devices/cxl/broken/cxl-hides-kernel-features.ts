import { uuidText } from '../../../kit/formats/cxl/feature-uuids.js';
import { refuse } from '../../../kit/result.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { cxlWith } from '../cxl-device.js';
import { getFeature } from '../driver/get-feature.js';
import { isExclusive } from '../driver/kernel-features.js';
import { CXL_DRIVER_PARTS } from '../driver/parts.js';

/** Breaks cxl-exclusive-readable. */
export default {
  rule: 'cxl-exclusive-readable',
  summary: 'What the kernel manages cannot be read either.',
  devices: cxlWith({
    driver: {
      runCommand: {
        ...CXL_DRIVER_PARTS.runCommand,
        'Get Feature': async (driver, payload, outLength) =>
          isExclusive(uuidText(payload)) ? refuse('EPERM') : getFeature(driver, payload, outLength),
      },
    },
  }),
} satisfies BrokenVariant;
