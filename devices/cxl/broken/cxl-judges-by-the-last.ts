import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { cxlWith } from '../cxl-device.js';
import { isSettingAdmitted } from '../driver/admission.js';

/** Breaks cxl-local-effects-safety. */
export default {
  rule: 'cxl-local-effects-safety',
  summary: 'Every feature is judged by the effects of the last one.',
  devices: cxlWith({
    driver: {
      isSettingAdmitted: (driver, scope, payload) => {
        const effects = driver.features.at(-1)?.effects ?? 0;
        return isSettingAdmitted({ ...driver, features: driver.features.map((entry) => ({ ...entry, effects })) }, scope, payload);
      },
    },
  }),
} satisfies BrokenVariant;
