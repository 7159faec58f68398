import { deviceData } from '../core/info.js';
import type { BrokenVariant } from '../variant.js';

export default {
  rule: 'lifetime-unregister-waits-for-calls',
  summary: 'Unregistering comes back while FWCTL_INFO is under way.',
  core: {
    deviceData: async (core, command) => {
      const { registration } = command.file.device;
      registration.readUnlock();
      try {
        return await deviceData(core, command);
      } finally {
        await registration.readLock();
      }
    },
  },
} satisfies BrokenVariant;
