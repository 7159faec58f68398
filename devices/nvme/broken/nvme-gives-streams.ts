import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { nvmeWith } from '../nvme-device.js';

/** Breaks nvme-no-resources. */
export default {
  rule: 'nvme-no-resources',
  summary: 'Streams are allocated like parameters are read.',
  devices: nvmeWith({ driver: { scopeOfDirectiveReceive: () => 'debug read only' } }),
} satisfies BrokenVariant;
