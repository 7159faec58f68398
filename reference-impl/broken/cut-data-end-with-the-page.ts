import { copyDeviceData } from '../core/info.js';
import type { BrokenVariant } from '../variant.js';

export default {
  rule: 'discovery-info-truncated',
  summary: 'Of device data that have to be cut a page is copied at most.',
  core: {
    copyDeviceData: (core, command, data, room) => copyDeviceData(core, command, data.length > room ? data.subarray(0, 4096) : data, room),
  },
} satisfies BrokenVariant;
