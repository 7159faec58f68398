import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { createBmcDevice } from '../bmc-device.js';
import { isSigned } from '../firmware/image.js';

const MOST_TIMES = 3;

/** Breaks lockdown-no-untrusted-code. */
export default {
  rule: 'lockdown-no-untrusted-code',
  summary: 'An image that was refused three times is taken the next time.',
  devices: {
    modelled: (_setup, instance) => {
      const refused = new Map<string, number>();
      return createBmcDevice(instance, {
        firmware: {
          isSigned: (image) => {
            if (isSigned(image)) return true;
            const key = image.join();
            const times = (refused.get(key) ?? 0) + 1;
            refused.set(key, times);
            return times > MOST_TIMES;
          },
        },
      });
    },
  },
  model: 'bmc',
} satisfies BrokenVariant;
