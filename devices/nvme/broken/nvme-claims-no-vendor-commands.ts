import { FIRST_VENDOR_OPCODE } from '../../../kit/formats/nvme/opcodes.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { isClaimed } from '../driver/kernel-user.js';
import { nvmeWith } from '../nvme-device.js';

/** Breaks nvme-claimed-command. */
export default {
  rule: 'nvme-claimed-command',
  summary: 'Commands of the vendor are not taken over.',
  devices: nvmeWith({ driver: { isClaimed: (driver, command) => command.opcode < FIRST_VENDOR_OPCODE && isClaimed(driver, command) } }),
} satisfies BrokenVariant;
