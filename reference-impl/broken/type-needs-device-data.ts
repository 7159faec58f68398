import { DEVICE_TYPES } from '../../kit/uapi/device-type.js';
import { deviceType } from '../core/device-type.js';
import type { BrokenVariant } from '../variant.js';

export default {
  rule: 'discovery-info-type',
  summary: 'A driver that the core has no name for, and that has no info operation, is reported with the type 0.',
  core: {
    deviceType: (core, device) => {
      const type = deviceType(core, device);
      return type > DEVICE_TYPES.PDS && device.ops?.info === undefined ? DEVICE_TYPES.ERROR : type;
    },
  },
} satisfies BrokenVariant;
