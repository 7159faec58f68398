import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { endSubscriptions } from '../driver/subscriptions.js';
import { keepCachePolicy } from '../firmware/cache-policy.js';
import type { Firmware } from '../firmware/firmware.js';
import { createRaidDevice } from '../raid-device.js';

/** Breaks driver-change-live-after-reset. */
export default {
  rule: 'driver-change-live-after-reset',
  summary: 'A cache policy that waits for a reset is forgotten when its file is closed.',
  devices: {
    modelled: (_setup, instance) => {
      let changed: Firmware | null = null;
      return createRaidDevice(instance, {
        firmware: {
          keepCachePolicy: (firmware, volume, policy) => {
            changed = firmware;
            keepCachePolicy(firmware, volume, policy);
          },
        },
        driver: {
          endSubscriptions: (driver, file) => {
            changed?.stagedCachePolicies.clear();
            return endSubscriptions(driver, file);
          },
        },
      });
    },
  },
  model: 'raid',
} satisfies BrokenVariant;
