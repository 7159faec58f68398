import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { nvmeReading } from '../admitting.js';

/** Breaks nvme-health. */
export default {
  rule: 'nvme-health',
  summary: 'The Device Self-test log page is read from debug read only on.',
  devices: nvmeReading('Device Self-test', 'debug read only'),
} satisfies BrokenVariant;
