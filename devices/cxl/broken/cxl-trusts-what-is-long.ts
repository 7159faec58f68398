import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { cxlWith } from '../cxl-device.js';
import { isSettingAdmitted } from '../driver/admission.js';

/** Breaks cxl-immediate-needs-full. */
export default {
  rule: 'cxl-immediate-needs-full',
  summary: 'For what does not fit into one command "debug write" will do, whatever it changes.',
  devices: cxlWith({
    driver: {
      isSettingAdmitted: (driver, scope, payload) => {
        const isLong = payload.length > driver.link.payloadSize;
        return isSettingAdmitted(driver, isLong && scope === 'debug write' ? 'debug write full' : scope, payload);
      },
    },
  }),
} satisfies BrokenVariant;
