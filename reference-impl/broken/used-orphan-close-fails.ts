import { fopsIoctl } from '../core/ioctl.js';
import { fopsFlush, type OpenFile } from '../core/open-file.js';
import type { BrokenVariant } from '../variant.js';

const used = new WeakSet<OpenFile>();

export default {
  rule: 'lifetime-close-after-unregister',
  summary: 'Closing an orphaned file on which a call was made fails with ENODEV.',
  core: {
    fopsIoctl: (core, file, task, request, address, memory) => {
      if (file.device.ops === null) used.add(file);
      return fopsIoctl(core, file, task, request, address, memory);
    },
    fopsFlush: (core, file) => (used.has(file) ? { ok: false, errno: 'ENODEV' } : fopsFlush(core, file)),
  },
} satisfies BrokenVariant;
