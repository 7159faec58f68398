import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { applyCapabilities } from '../firmware/hca-capabilities.js';
import { mlx5With } from '../mlx5-device.js';

/** Breaks mlx5-hca-cap-at-reset. */
export default {
  rule: 'mlx5-hca-cap-at-reset',
  summary: 'Capabilities set for another function take effect without a reset.',
  devices: mlx5With({
    firmware: {
      applyCapabilities: (hcaFunction, wanted) => {
        applyCapabilities(hcaFunction, wanted);
        hcaFunction.current = wanted;
      },
    },
  }),
} satisfies BrokenVariant;
