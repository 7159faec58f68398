import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { nvmeSetting } from '../admitting.js';

/** Breaks nvme-standard-features. */
export default {
  rule: 'nvme-standard-features',
  summary: 'The timestamp is set as debug write.',
  devices: nvmeSetting('Timestamp', 'debug write'),
} satisfies BrokenVariant;
