import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { createBmcDevice } from '../bmc-device.js';
import { dataOfRelease } from '../firmware/releases.js';

/** Breaks driver-tools-served. */
export default {
  rule: 'driver-tools-served',
  summary: 'A sensor is read once, and then its reading is nothing but zero.',
  devices: {
    modelled: (_setup, instance) => {
      let times = 0;
      return createBmcDevice(instance, {
        firmware: {
          dataOfRelease: (release, name, data) => {
            const told = dataOfRelease(release, name, data);
            if (name !== 'Get Sensor Reading' || data.length === 0) return told;
            times += 1;
            return times === 1 ? told : new Uint8Array(told.length);
          },
        },
      });
    },
  },
  model: 'bmc',
} satisfies BrokenVariant;
