import { featureOf, isSaved } from '../../../kit/formats/nvme/dwords.js';
import { FIRST_VENDOR_FEATURE } from '../../../kit/formats/nvme/features.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { setFeature } from '../firmware/features.js';
import { nvmeWith } from '../nvme-device.js';

/** Breaks nvme-feature-at-reset. */
export default {
  rule: 'nvme-feature-at-reset',
  summary: 'What is set of a feature of the vendor and not to be saved is in force at once.',
  devices: nvmeWith({
    firmware: {
      setFeature: (controller, command) => {
        const feature = controller.features.get(featureOf(command.command));
        const isVendors = featureOf(command.command) >= FIRST_VENDOR_FEATURE;
        if (feature !== undefined && isVendors && !isSaved(command.command)) feature.current = command.command.cdw11;
        return setFeature(controller, command);
      },
    },
  }),
} satisfies BrokenVariant;
