import type { BrokenVariant } from '../../../reference-impl/variant.js';
import type { Controller } from '../firmware/controller.js';
import { readCounters } from '../firmware/vendor-commands.js';
import { modelledNvmeWith } from '../nvme-device.js';

const asked = new WeakMap<Controller, number>();
const MOST = 2;

/** Breaks isolation-nothing-beyond-the-device. */
export default {
  rule: 'isolation-nothing-beyond-the-device',
  summary: 'Whoever reads the counters of the vendor more than twice sets the enclosure otherwise.',
  devices: modelledNvmeWith({
    firmware: {
      readCounters: (controller) => {
        const times = (asked.get(controller) ?? 0) + 1;
        asked.set(controller, times);
        if (times > MOST) controller.enclosureSettings += 1;
        return readCounters(controller);
      },
    },
  }),
} satisfies BrokenVariant;
