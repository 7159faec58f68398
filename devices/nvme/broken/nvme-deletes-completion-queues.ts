import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { nvmeAdmitting } from '../admitting.js';

/** Breaks nvme-full-debug-only. */
export default {
  rule: 'nvme-full-debug-only',
  summary: 'A completion queue is deleted as debug write.',
  devices: nvmeAdmitting('Delete I/O Completion Queue', 'debug write'),
} satisfies BrokenVariant;
