import { fopsFlush } from '../core/open-file.js';
import type { BrokenVariant } from '../variant.js';

export default {
  rule: 'lifetime-close-after-unregister',
  summary: 'Closing an orphaned file fails with ENODEV.',
  core: {
    fopsFlush: (core, file) => (file.device.ops === null ? { ok: false, errno: 'ENODEV' } : fopsFlush(core, file)),
  },
} satisfies BrokenVariant;
