import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { deviceInfo } from '../driver/info.js';
import { createRaidDevice } from '../raid-device.js';

/** Breaks driver-info-as-declared. */
export default {
  rule: 'driver-info-as-declared',
  summary: 'FWCTL_INFO has its data once, and none from then on.',
  devices: {
    modelled: (_setup, instance) => {
      let isTold = false;
      return createRaidDevice(instance, {
        driver: {
          deviceInfo: () => {
            const data = isTold ? new Uint8Array(0) : deviceInfo();
            isTold = true;
            return data;
          },
        },
      });
    },
  },
  model: 'raid',
} satisfies BrokenVariant;
