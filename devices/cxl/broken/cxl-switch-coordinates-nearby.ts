import { CXL_OPCODES } from '../../../kit/formats/cxl/opcodes.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { leastScopeOf } from '../driver/switch/admission.js';
import { cxlSwitchWith } from '../switch-device.js';

/** Breaks cxl-switch-tunnel-effects. */
export default {
  rule: 'cxl-switch-tunnel-effects',
  summary: 'Behind two ports Sanitize is sent in the greatest scope.',
  devices: cxlSwitchWith({
    leastScopeOf: async (driver, command, path = []) =>
      path.length > 1 && command.opcode === CXL_OPCODES.Sanitize ? 'debug write full' : leastScopeOf(driver, command, path),
  }),
} satisfies BrokenVariant;
