import { deviceType } from '../core/device-type.js';
import type { BrokenVariant } from '../variant.js';

export default {
  rule: 'discovery-info-type',
  summary: 'A driver without an info operation is reported with the type 0.',
  core: {
    deviceType: (core, device) => (device.ops?.info === undefined ? 0 : deviceType(core, device)),
  },
} satisfies BrokenVariant;
