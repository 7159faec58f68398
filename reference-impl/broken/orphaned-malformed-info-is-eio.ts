import { FWCTL_INFO } from '../../kit/uapi/ioctl.js';
import { fopsIoctl } from '../core/ioctl.js';
import type { BrokenVariant } from '../variant.js';

export default {
  rule: 'uapi-check-order',
  summary: 'Malformed FWCTL_INFO on an orphaned file is EIO.',
  core: {
    fopsIoctl: async (core, file, task, request, address, memory) => {
      const outcome = await fopsIoctl(core, file, task, request, address, memory);
      const malformed = !outcome.ok && outcome.errno !== 'ENODEV' && request === FWCTL_INFO;
      return malformed && file.device.ops === null ? { ok: false, errno: 'EIO' } : outcome;
    },
  },
} satisfies BrokenVariant;
