import { COMMIT_ACTIONS, commitActionOf } from '../../../kit/formats/nvme/dwords.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { commitFirmware } from '../firmware/firmware-slots.js';
import { nvmeWith } from '../nvme-device.js';

/** Breaks nvme-image-signed. */
export default {
  rule: 'nvme-image-signed',
  summary: 'The firmware does not look at the signature of an image that is to run at once.',
  devices: nvmeWith({
    firmware: {
      commitFirmware: (controller, command) => {
        if (commitActionOf(command.command) === COMMIT_ACTIONS['activate now']) controller.running = controller.downloaded;
        return commitFirmware(controller, command);
      },
    },
  }),
} satisfies BrokenVariant;
