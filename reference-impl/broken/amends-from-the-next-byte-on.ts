import { amendRequest } from '../core/block-list.js';
import type { BrokenVariant } from '../variant.js';

export default {
  rule: 'kernel-amends-command',
  summary: 'What the kernel amends is put one byte behind its place.',
  core: {
    amendRequest: (core, device, request) => {
      const amended = core.kernel.amended.map((entry) => ({ ...entry, at: entry.at + 1 }));
      return amendRequest({ ...core, kernel: { ...core.kernel, amended } }, device, request);
    },
  },
} satisfies BrokenVariant;
