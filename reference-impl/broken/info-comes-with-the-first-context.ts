import { deviceData } from '../core/info.js';
import type { BrokenVariant } from '../variant.js';

export default {
  rule: 'lifetime-context-per-open',
  summary: 'FWCTL_INFO on any file comes with the user context that was opened first.',
  core: {
    deviceData: (core, command) => {
      const [first = command.file] = command.file.device.files;
      return deviceData(core, { ...command, file: first });
    },
  },
} satisfies BrokenVariant;
