import { copyDeviceData } from '../core/info.js';
import type { BrokenVariant } from '../variant.js';

export default {
  rule: 'discovery-info-zero-padded',
  summary: 'Of the room for device data, what lies beyond a page is not zeroed.',
  core: {
    copyDeviceData: (core, command, data, room) =>
      copyDeviceData(core, command, data, data.length === 0 ? room : Math.min(room, Math.max(data.length, 4096))),
  },
} satisfies BrokenVariant;
