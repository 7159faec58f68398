import { copyDeviceData } from '../core/info.js';
import type { BrokenVariant } from '../variant.js';

export default {
  rule: 'discovery-info-whole',
  summary: 'Of device data that fill the buffer the last byte is not copied.',
  core: {
    copyDeviceData: (core, command, data, room) => copyDeviceData(core, command, data.length === room ? data.subarray(0, -1) : data, room),
  },
} satisfies BrokenVariant;
