import { fopsIoctl } from '../core/ioctl.js';
import type { BrokenVariant } from '../variant.js';

export default {
  rule: 'uapi-unknown-number',
  summary: 'A number far beyond the table is EINVAL instead of ENOTTY.',
  core: {
    fopsIoctl: async (core, file, task, request, address, memory) =>
      request === 0x9aff ? { ok: false, errno: 'EINVAL' } : fopsIoctl(core, file, task, request, address, memory),
  },
} satisfies BrokenVariant;
