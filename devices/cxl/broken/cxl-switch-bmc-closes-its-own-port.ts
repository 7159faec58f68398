import { CXL_OPCODES } from '../../../kit/formats/cxl/opcodes.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { concernsOwnHost } from '../driver/switch/admission.js';
import { cxlSwitchWith } from '../switch-device.js';

/** Breaks cxl-switch-bmc-lockdown. */
export default {
  rule: 'cxl-switch-bmc-lockdown',
  summary: 'A BMC may close the port that it is at itself.',
  devices: cxlSwitchWith({
    concernsOwnHost: (command) => command.opcode !== CXL_OPCODES['Physical Port Control'] && concernsOwnHost(command),
  }),
} satisfies BrokenVariant;
