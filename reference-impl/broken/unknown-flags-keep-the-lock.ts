import { cmdInfo } from '../core/info.js';
import type { BrokenVariant } from '../variant.js';

export default {
  rule: 'lifetime-unregister-does-not-wait-for-files',
  summary: 'FWCTL_INFO with a flag that is not defined leaves the registration lock taken.',
  core: {
    cmdInfo: async (core, command) => {
      const errno = await cmdInfo(core, command);
      if (errno === 'EOPNOTSUPP') command.file.device.registration.readLock();
      return errno;
    },
  },
} satisfies BrokenVariant;
