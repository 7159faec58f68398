import { fopsIoctl } from '../core/ioctl.js';
import type { Variant } from '../variant.js';

export default {
  summary: 'An orphaned file answers ENODEV to whatever it is asked, as the comment of fwctl_unregister promises.',
  core: {
    fopsIoctl: async (core, file, task, request, address, memory) =>
      file.device.ops === null ? { ok: false, errno: 'ENODEV' } : fopsIoctl(core, file, task, request, address, memory),
  },
} satisfies Variant;
