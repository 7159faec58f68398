import { copyDeviceData } from '../core/info.js';
import type { Variant } from '../variant.js';

export default {
  summary: 'A caller who wants no device data learns all the same how much there is.',
  core: {
    asksForDeviceData: () => true,
    copyDeviceData: (core, command, data, room) => (room === 0 ? null : copyDeviceData(core, command, data, room)),
  },
} satisfies Variant;
