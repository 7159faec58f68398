import { copyDeviceData } from '../core/info.js';
import type { BrokenVariant } from '../variant.js';

export default {
  rule: 'discovery-info-zero-padded',
  summary: 'A buffer with device data in it that is longer than 64 bytes is not zeroed to its end.',
  core: {
    copyDeviceData: (core, command, data, room) =>
      copyDeviceData(core, command, data, data.length === 0 ? room : Math.min(room, Math.max(data.length, 64))),
  },
} satisfies BrokenVariant;
