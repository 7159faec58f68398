import { amendRequest } from '../core/block-list.js';
import type { BrokenVariant } from '../variant.js';

export default {
  rule: 'kernel-amends-command',
  summary: 'Of the entries by which the kernel amends a command only the last counts.',
  core: {
    amendRequest: (core, device, request) =>
      amendRequest({ ...core, kernel: { ...core.kernel, amended: core.kernel.amended.slice(-1) } }, device, request),
  },
} satisfies BrokenVariant;
