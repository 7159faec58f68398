import { uuidText } from '../../../kit/formats/cxl/feature-uuids.js';
import { refuse } from '../../../kit/result.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { cxlWith } from '../cxl-device.js';
import { isChangeable } from '../driver/admission.js';
import { getFeature } from '../driver/get-feature.js';
import { CXL_DRIVER_PARTS } from '../driver/parts.js';

/** Breaks cxl-read-scope. */
export default {
  rule: 'cxl-read-scope',
  summary: 'A feature that is not changeable is not read.',
  devices: cxlWith({
    driver: {
      runCommand: {
        ...CXL_DRIVER_PARTS.runCommand,
        'Get Feature': (driver, payload, outLength) => {
          const entry = driver.features.find(({ uuid }) => uuid === uuidText(payload));
          return entry && !isChangeable(entry.flags) ? Promise.resolve(refuse('EINVAL')) : getFeature(driver, payload, outLength);
        },
      },
    },
  }),
} satisfies BrokenVariant;
