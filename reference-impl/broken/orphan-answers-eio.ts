import { fopsIoctl } from '../core/ioctl.js';
import type { BrokenVariant } from '../variant.js';

export default {
  rule: 'uapi-check-order',
  summary: 'A malformed call on an orphaned file is EIO.',
  core: {
    fopsIoctl: async (core, file, task, request, address, memory) => {
      const outcome = await fopsIoctl(core, file, task, request, address, memory);
      const malformed = !outcome.ok && outcome.errno !== 'ENODEV';
      return malformed && file.device.ops === null ? { ok: false, errno: 'EIO' } : outcome;
    },
  },
} satisfies BrokenVariant;
