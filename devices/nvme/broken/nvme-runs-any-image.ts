import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { nvmeWith } from '../nvme-device.js';

/** Breaks nvme-image-signed. */
export default {
  rule: 'nvme-image-signed',
  summary: 'The firmware does not look at the signature of an image.',
  devices: nvmeWith({ firmware: { isGenuine: () => true } }),
} satisfies BrokenVariant;
