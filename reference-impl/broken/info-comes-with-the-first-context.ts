import { DEVICE_TYPES } from '../../kit/uapi/device-type.js';
import { deviceData } from '../core/info.js';
import type { BrokenVariant } from '../variant.js';

export default {
  rule: 'lifetime-context-per-open',
  summary: 'FWCTL_INFO on any file comes with the user context that was opened first, of a driver that the core has no name for.',
  core: {
    deviceData: (core, command) => {
      const { files, ops } = command.file.device;
      const [first] = (ops?.deviceType ?? 0) > DEVICE_TYPES.PDS ? files : [];
      return deviceData(core, { ...command, file: first ?? command.file });
    },
  },
} satisfies BrokenVariant;
