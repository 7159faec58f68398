import { amendRequest } from '../core/block-list.js';
import type { BrokenVariant } from '../variant.js';

export default {
  rule: 'kernel-amends-command',
  summary: 'What the kernel amends for a release of the firmware is amended for all of them.',
  core: {
    amendRequest: (core, device, request) => {
      const amended = core.kernel.amended.map((entry) => ({ ...entry, releases: [] }));
      return amendRequest({ ...core, kernel: { ...core.kernel, amended } }, device, request);
    },
  },
} satisfies BrokenVariant;
