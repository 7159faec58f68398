import { copyDeviceData } from '../core/info.js';
import type { BrokenVariant } from '../variant.js';

export default {
  rule: 'discovery-info-whole',
  summary: 'Device data of several pages are copied when they have to be cut, and zeros when they need not.',
  core: {
    copyDeviceData: (core, command, data, room) =>
      copyDeviceData(core, command, data.length > room || data.length <= 4096 ? data : new Uint8Array(0), room),
  },
} satisfies BrokenVariant;
