import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { forgetLogs } from '../driver/effects-logs.js';
import { nvmeWith } from '../nvme-device.js';

/** Breaks nvme-claimed-command. */
export default {
  rule: 'nvme-claimed-command',
  summary: 'What another driver has taken over is forgotten with the effects logs.',
  devices: nvmeWith({
    driver: {
      forgetLogs: (driver) => {
        forgetLogs(driver);
        driver.claimed.clear();
      },
    },
  }),
} satisfies BrokenVariant;
