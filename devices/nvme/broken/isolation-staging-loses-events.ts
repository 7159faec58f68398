import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { stage } from '../firmware/firmware-slots.js';
import { modelledNvmeWith } from '../nvme-device.js';

/** Breaks isolation-drivers-undisturbed. */
export default {
  rule: 'isolation-drivers-undisturbed',
  summary: 'With an image that waits for the reset the events are gone that the nvme driver has not looked into.',
  devices: modelledNvmeWith({
    firmware: {
      stage: (controller, slot) => {
        controller.events.clear();
        stage(controller, slot);
      },
    },
  }),
} satisfies BrokenVariant;
