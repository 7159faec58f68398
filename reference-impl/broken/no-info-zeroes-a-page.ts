import { copyDeviceData } from '../core/info.js';
import type { BrokenVariant } from '../variant.js';

export default {
  rule: 'discovery-info-no-data',
  summary: 'When there is no device data, a page is zeroed at most.',
  core: {
    copyDeviceData: (core, command, data, room) => copyDeviceData(core, command, data, data.length > 0 ? room : Math.min(room, 4096)),
  },
} satisfies BrokenVariant;
