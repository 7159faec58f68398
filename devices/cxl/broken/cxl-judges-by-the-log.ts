import { CXL_OPCODES } from '../../../kit/formats/cxl/opcodes.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { cxlWith } from '../cxl-device.js';
import { isSettingAdmitted } from '../driver/admission.js';
import { leastScope, reaches } from '../driver/effects-scope.js';

/** Breaks cxl-effects-per-feature. */
export default {
  rule: 'cxl-effects-per-feature',
  summary: 'The Command Effects Log has its say in the scope that Set Feature needs.',
  devices: cxlWith({
    driver: {
      isSettingAdmitted: (driver, scope, payload) => {
        const least = leastScope(driver.commands.get(CXL_OPCODES['Set Feature']) ?? 0);
        return isSettingAdmitted(driver, scope, payload) && (least === null || reaches(scope, least));
      },
    },
  }),
} satisfies BrokenVariant;
