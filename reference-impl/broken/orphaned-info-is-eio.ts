import { FWCTL_INFO } from '../../kit/uapi/ioctl.js';
import { fopsIoctl } from '../core/ioctl.js';
import type { BrokenVariant } from '../variant.js';

export default {
  rule: 'lifetime-unplug-enodev',
  summary: 'FWCTL_INFO on an orphaned file is EIO.',
  core: {
    fopsIoctl: async (core, file, task, request, address, memory) => {
      const outcome = await fopsIoctl(core, file, task, request, address, memory);
      const orphaned = !outcome.ok && outcome.errno === 'ENODEV' && file.device.ops === null;
      return orphaned && request === FWCTL_INFO ? { ok: false, errno: 'EIO' } : outcome;
    },
  },
} satisfies BrokenVariant;
