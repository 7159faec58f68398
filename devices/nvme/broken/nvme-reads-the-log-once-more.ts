import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { forgetLogs } from '../driver/effects-logs.js';
import type { NvmeDriver } from '../driver/parts.js';
import { nvmeWith } from '../nvme-device.js';

const forgotten = new WeakSet<NvmeDriver>();

/** Breaks nvme-running-firmware. */
export default {
  rule: 'nvme-running-firmware',
  summary: 'The effects logs are read anew once, and not when firmware changes again.',
  devices: nvmeWith({
    driver: {
      forgetLogs: (driver) => {
        if (!forgotten.has(driver)) forgetLogs(driver);
        forgotten.add(driver);
      },
    },
  }),
} satisfies BrokenVariant;
