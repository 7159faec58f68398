import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { nvmeWith } from '../nvme-device.js';

/** Breaks nvme-running-firmware. */
export default {
  rule: 'nvme-running-firmware',
  summary: 'The effects logs are those of the firmware that ran when the driver was bound.',
  devices: nvmeWith({ driver: { forgetLogs: () => {} } }),
} satisfies BrokenVariant;
