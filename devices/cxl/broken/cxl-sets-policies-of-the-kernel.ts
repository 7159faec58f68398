import { effectsWord } from '../../../kit/formats/cxl/effects.js';
import { uuidText } from '../../../kit/formats/cxl/feature-uuids.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { cxlWith } from '../cxl-device.js';
import { CXL_DRIVER_PARTS } from '../driver/parts.js';
import { setFeature } from '../driver/set-feature.js';

const POLICY_CHANGE = effectsWord(['immediate policy change']);

/** Breaks cxl-exclusive-refused. */
export default {
  rule: 'cxl-exclusive-refused',
  summary: 'What the kernel manages is set for user space if it changes a policy at once.',
  devices: cxlWith({
    driver: {
      runCommand: {
        ...CXL_DRIVER_PARTS.runCommand,
        'Set Feature': (driver, payload, outLength) => {
          const entry = driver.features.find(({ uuid }) => uuid === uuidText(payload));
          if (entry?.effects !== POLICY_CHANGE) return setFeature(driver, payload, outLength);
          return setFeature({ ...driver, parts: { ...driver.parts, isExclusive: () => false } }, payload, outLength);
        },
      },
    },
  }),
} satisfies BrokenVariant;
