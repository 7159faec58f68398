import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { freeObjectsOf } from '../firmware/objects.js';
import { mlx5With } from '../mlx5-device.js';

/** Breaks mlx5-hca-cap-at-reset. */
export default {
  rule: 'mlx5-hca-cap-at-reset',
  summary: 'Capabilities set for another function take effect when a file is closed.',
  devices: mlx5With({
    firmware: {
      freeObjectsOf: (firmware, uid) => {
        freeObjectsOf(firmware, uid);
        for (const hcaFunction of firmware.functions.values()) hcaFunction.current = hcaFunction.atReset;
      },
    },
  }),
} satisfies BrokenVariant;
