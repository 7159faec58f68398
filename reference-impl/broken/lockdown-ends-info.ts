import { cmdInfo } from '../core/info.js';
import type { BrokenVariant } from '../variant.js';

export default {
  rule: 'lockdown-takes-nothing-away',
  summary: 'Lockdown for integrity keeps everybody from FWCTL_INFO.',
  core: {
    cmdInfo: async (core, command) => (core.kernel.lockdown === 'integrity' ? 'EPERM' : cmdInfo(core, command)),
  },
} satisfies BrokenVariant;
