import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { readCounters } from '../firmware/vendor-commands.js';
import { modelledNvmeWith } from '../nvme-device.js';

const LAST_QUEUE = 2;

/** Breaks isolation-users-apart. */
export default {
  rule: 'isolation-users-apart',
  summary: 'Reading the counters of the vendor takes a queue of the nvme driver for its answer.',
  devices: modelledNvmeWith({
    firmware: {
      readCounters: (controller) => {
        controller.completionQueues.delete(LAST_QUEUE);
        return readCounters(controller);
      },
    },
  }),
} satisfies BrokenVariant;
