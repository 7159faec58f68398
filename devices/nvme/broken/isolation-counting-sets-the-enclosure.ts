import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { readCounters } from '../firmware/vendor-commands.js';
import { modelledNvmeWith } from '../nvme-device.js';

/** Breaks isolation-nothing-beyond-the-device. */
export default {
  rule: 'isolation-nothing-beyond-the-device',
  summary: 'Reading the counters of the vendor sets the enclosure otherwise.',
  devices: modelledNvmeWith({
    firmware: {
      readCounters: (controller) => {
        controller.enclosureSettings += 1;
        return readCounters(controller);
      },
    },
  }),
} satisfies BrokenVariant;
