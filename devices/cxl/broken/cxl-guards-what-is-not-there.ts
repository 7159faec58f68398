import { uuidText } from '../../../kit/formats/cxl/feature-uuids.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { cxlWith } from '../cxl-device.js';
import { isSettingAdmitted } from '../driver/admission.js';
import { isExclusive } from '../driver/kernel-features.js';

/** Breaks cxl-unknown-uuid. */
export default {
  rule: 'cxl-unknown-uuid',
  summary: 'Whether the kernel manages a feature is looked at before whether the device has it.',
  devices: cxlWith({
    driver: {
      isSettingAdmitted: (driver, scope, payload) => {
        const isListed = driver.features.some(({ uuid }) => uuid === uuidText(payload));
        return (!isListed && isExclusive(uuidText(payload))) || isSettingAdmitted(driver, scope, payload);
      },
    },
  }),
} satisfies BrokenVariant;
