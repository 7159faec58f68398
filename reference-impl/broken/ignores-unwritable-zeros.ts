import { copyDeviceData } from '../core/info.js';
import type { BrokenVariant } from '../variant.js';

export default {
  rule: 'discovery-info-fault',
  summary: 'Zeros behind the device data that cannot be written go unnoticed.',
  core: {
    copyDeviceData: (core, command, data, room) => {
      const fault = copyDeviceData(core, command, data, room);
      return room > data.length ? copyDeviceData(core, command, data, Math.min(room, data.length)) : fault;
    },
  },
} satisfies BrokenVariant;
