import { CXL_OPCODES } from '../../../kit/formats/cxl/opcodes.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { mayDestroy } from '../driver/switch/admission.js';
import { cxlSwitchWith } from '../switch-device.js';

/** Breaks cxl-switch-other-hosts. */
export default {
  rule: 'cxl-switch-other-hosts',
  summary: 'Unbind vPPB goes through a tunnel in the greatest scope.',
  devices: cxlSwitchWith({
    mayDestroy: (driver, destined) =>
      (destined.path.length > 0 && destined.command.opcode === CXL_OPCODES['Unbind vPPB']) || mayDestroy(driver, destined),
  }),
} satisfies BrokenVariant;
