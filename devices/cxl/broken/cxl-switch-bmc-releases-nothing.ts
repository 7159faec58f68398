import { CXL_OPCODES } from '../../../kit/formats/cxl/opcodes.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { mayDestroy } from '../driver/switch/admission.js';
import { cxlSwitchWith } from '../switch-device.js';

/** Breaks cxl-switch-bmc. */
export default {
  rule: 'cxl-switch-bmc',
  summary: 'A BMC takes no dynamic capacity back.',
  devices: cxlSwitchWith({
    mayDestroy: (driver, destined) =>
      destined.command.opcode !== CXL_OPCODES['Initiate Dynamic Capacity Release'] && mayDestroy(driver, destined),
  }),
} satisfies BrokenVariant;
