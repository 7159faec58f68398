import { effectsWord } from '../../../kit/formats/cxl/effects.js';
import { uuidText } from '../../../kit/formats/cxl/feature-uuids.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { cxlWith } from '../cxl-device.js';
import { isSettingAdmitted } from '../driver/admission.js';
import type { CxlDriver } from '../driver/driver.js';

const LOG_CHANGE = effectsWord(['immediate log change']);
const ADMITTED = new WeakSet<CxlDriver>();

/** Breaks cxl-immediate-needs-full. */
export default {
  rule: 'cxl-immediate-needs-full',
  summary: 'Where an immediate log change was admitted once, "debug write" will do for it from then on.',
  devices: cxlWith({
    driver: {
      isSettingAdmitted: (driver, scope, payload) => {
        const entry = driver.features.find(({ uuid }) => uuid === uuidText(payload));
        if (scope === 'debug write' && entry?.effects === LOG_CHANGE && ADMITTED.has(driver)) return true;
        const isAdmitted = isSettingAdmitted(driver, scope, payload);
        if (isAdmitted) ADMITTED.add(driver);
        return isAdmitted;
      },
    },
  }),
} satisfies BrokenVariant;
