import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { modelledRaidWith } from '../raid-device.js';

/** Breaks driver-change-waits-for-reset. */
export default {
  rule: 'driver-change-waits-for-reset',
  summary: 'The cache policy of a volume changes under the block driver that uses it.',
  devices: modelledRaidWith({
    firmware: {
      keepCachePolicy: ({ cachePolicies }, volume, policy) => {
        cachePolicies.set(volume, policy);
      },
    },
  }),
  model: 'raid',
} satisfies BrokenVariant;
