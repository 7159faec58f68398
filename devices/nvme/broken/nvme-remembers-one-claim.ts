import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { isClaimed } from '../driver/kernel-user.js';
import { nvmeWith } from '../nvme-device.js';

/** Breaks nvme-claimed-command. */
export default {
  rule: 'nvme-claimed-command',
  summary: 'What another driver takes over takes the place of what was taken over before.',
  devices: nvmeWith({
    driver: { isClaimed: (driver, command) => isClaimed({ ...driver, claimed: new Set([...driver.claimed].slice(-1)) }, command) },
  }),
} satisfies BrokenVariant;
