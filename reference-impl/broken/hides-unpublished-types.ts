import { DEVICE_TYPES } from '../../kit/uapi/device-type.js';
import { deviceType } from '../core/device-type.js';
import type { BrokenVariant } from '../variant.js';

export default {
  rule: 'discovery-info-type',
  summary: 'A device type below 80 that the core has no name for is reported as 0.',
  core: {
    deviceType: (core, device) => {
      const type = deviceType(core, device);
      return type > DEVICE_TYPES.PDS && type < 80 ? DEVICE_TYPES.ERROR : type;
    },
  },
} satisfies BrokenVariant;
