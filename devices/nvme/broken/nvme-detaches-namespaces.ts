import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { nvmeAdmitting } from '../admitting.js';

/** Breaks nvme-no-erasing. */
export default {
  rule: 'nvme-no-erasing',
  summary: 'In full debug a namespace is detached.',
  devices: nvmeAdmitting('Namespace Attachment', 'debug write full'),
} satisfies BrokenVariant;
