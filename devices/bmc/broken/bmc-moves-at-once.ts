import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { modelledBmcWith } from '../bmc-device.js';

/** Breaks driver-change-waits-for-reset. */
export default {
  rule: 'driver-change-waits-for-reset',
  summary: 'The manager has its new address at once, under whoever is logged in.',
  devices: modelledBmcWith({
    firmware: {
      keepAddress: (firmware, address) => {
        firmware.address = address;
      },
    },
  }),
  model: 'bmc',
} satisfies BrokenVariant;
