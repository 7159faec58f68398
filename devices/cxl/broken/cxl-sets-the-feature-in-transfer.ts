import { uuidText } from '../../../kit/formats/cxl/feature-uuids.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { cxlWith } from '../cxl-device.js';
import { isSettingAdmitted } from '../driver/admission.js';

const IN_TRANSFER = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

/** Breaks cxl-unknown-uuid. */
export default {
  rule: 'cxl-unknown-uuid',
  summary: 'In the greatest scope the UUID is taken that stands for whatever feature is being transferred.',
  devices: cxlWith({
    driver: {
      isSettingAdmitted: (driver, scope, payload) =>
        uuidText(payload) === IN_TRANSFER ? scope === 'debug write full' : isSettingAdmitted(driver, scope, payload),
    },
  }),
} satisfies BrokenVariant;
