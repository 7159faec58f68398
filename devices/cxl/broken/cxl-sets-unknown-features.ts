import { uuidText } from '../../../kit/formats/cxl/feature-uuids.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { cxlWith } from '../cxl-device.js';
import { isSettingAdmitted } from '../driver/admission.js';

/** Breaks cxl-unknown-uuid. */
export default {
  rule: 'cxl-unknown-uuid',
  summary: 'In the greatest scope the device may find out by itself whether it has the feature.',
  devices: cxlWith({
    driver: {
      isSettingAdmitted: (driver, scope, payload) => {
        const isListed = driver.features.some(({ uuid }) => uuid === uuidText(payload));
        if (isListed || driver.support !== 'read-write') return isSettingAdmitted(driver, scope, payload);
        return scope === 'debug write full';
      },
    },
  }),
} satisfies BrokenVariant;
