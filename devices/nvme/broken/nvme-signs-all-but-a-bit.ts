import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { isGenuine } from '../firmware/firmware-slots.js';
import { nvmeWith } from '../nvme-device.js';

/** Breaks nvme-image-signed. */
export default {
  rule: 'nvme-image-signed',
  summary: 'The signature does not cover the lowest bit of an image.',
  devices: nvmeWith({
    firmware: { isGenuine: (image) => isGenuine(image) || isGenuine(image.map((byte, at) => (at === 0 ? byte ^ 1 : byte))) },
  }),
} satisfies BrokenVariant;
