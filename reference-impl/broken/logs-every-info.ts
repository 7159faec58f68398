import { deviceData } from '../core/info.js';
import type { BrokenVariant } from '../variant.js';

export default {
  rule: 'discovery-info-no-side-effects',
  summary: 'FWCTL_INFO writes a warning into the kernel log.',
  core: {
    deviceData: async (core, command) => {
      core.kernel.log.push({ level: 'warning', text: `${command.file.device.name}: info` });
      return deviceData(core, command);
    },
  },
} satisfies BrokenVariant;
