import { copyDeviceData } from '../core/info.js';
import type { BrokenVariant } from '../variant.js';

export default {
  rule: 'discovery-info-fault',
  summary: 'When there is no device data, zeros that cannot be written go unnoticed.',
  core: {
    copyDeviceData: (core, command, data, room) => {
      const fault = copyDeviceData(core, command, data, room);
      return data.length > 0 ? fault : null;
    },
  },
} satisfies BrokenVariant;
