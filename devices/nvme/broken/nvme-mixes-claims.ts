import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { isClaimed } from '../driver/kernel-user.js';
import { nvmeWith } from '../nvme-device.js';

/** Breaks nvme-claimed-command. */
export default {
  rule: 'nvme-claimed-command',
  summary: 'With a feature the command of the same number is taken over.',
  devices: nvmeWith({
    driver: { isClaimed: (driver, command) => driver.claimed.has(`feature ${command.opcode}`) || isClaimed(driver, command) },
  }),
} satisfies BrokenVariant;
