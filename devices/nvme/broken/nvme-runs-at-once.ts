import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { nvmeWith } from '../nvme-device.js';

/** Breaks nvme-image-at-reset. */
export default {
  rule: 'nvme-image-at-reset',
  summary: 'The firmware runs an image at once that is for the next reset.',
  devices: nvmeWith({
    firmware: {
      stage: (controller, slot) => {
        controller.running = controller.slots.get(slot) ?? controller.running;
      },
    },
  }),
} satisfies BrokenVariant;
