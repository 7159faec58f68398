import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { commitFirmware } from '../firmware/firmware-slots.js';
import { modelledNvmeWith } from '../nvme-device.js';

/** Breaks driver-change-waits-for-reset. */
export default {
  rule: 'driver-change-waits-for-reset',
  summary: 'What has been saved of a feature comes into force with the next Firmware Commit.',
  devices: modelledNvmeWith({
    firmware: {
      commitFirmware: (controller, command) => {
        for (const feature of controller.features.values()) feature.current = feature.saved;
        return commitFirmware(controller, command);
      },
    },
  }),
} satisfies BrokenVariant;
