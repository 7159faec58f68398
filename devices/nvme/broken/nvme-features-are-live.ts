import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { nvmeWith } from '../nvme-device.js';

/** Breaks nvme-feature-at-reset. */
export default {
  rule: 'nvme-feature-at-reset',
  summary: 'What is set of a feature is in force at once.',
  devices: nvmeWith({ firmware: { whenLive: () => 'now' } }),
} satisfies BrokenVariant;
