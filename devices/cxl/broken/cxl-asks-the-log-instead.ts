import { CXL_OPCODES } from '../../../kit/formats/cxl/opcodes.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { cxlWith } from '../cxl-device.js';
import { isSettingAdmitted } from '../driver/admission.js';

/** Breaks cxl-effects-per-feature. */
export default {
  rule: 'cxl-effects-per-feature',
  summary: 'For a feature that announces nothing, the Command Effects Log is believed.',
  devices: cxlWith({
    driver: {
      isSettingAdmitted: (driver, scope, payload) => {
        const logged = driver.commands.get(CXL_OPCODES['Set Feature']) ?? 0;
        const features = driver.features.map((entry) => (entry.effects === 0 ? { ...entry, effects: logged } : entry));
        return isSettingAdmitted({ ...driver, features }, scope, payload);
      },
    },
  }),
} satisfies BrokenVariant;
