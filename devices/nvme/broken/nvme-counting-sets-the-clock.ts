import { FEATURES } from '../../../kit/formats/nvme/features.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { readCounters } from '../firmware/vendor-commands.js';
import { nvmeWith } from '../nvme-device.js';

/** Breaks nvme-effects-are-true. */
export default {
  rule: 'nvme-effects-are-true',
  summary: 'Reading the counters of the vendor sets the timestamp that the nvme driver has set.',
  devices: nvmeWith({
    firmware: {
      readCounters: (controller) => {
        const timestamp = controller.features.get(FEATURES.Timestamp);
        if (timestamp !== undefined) timestamp.current += 1;
        return readCounters(controller);
      },
    },
  }),
} satisfies BrokenVariant;
