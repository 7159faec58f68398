import type { BrokenVariant } from '../../../reference-impl/variant.js';
import type { HcaFunction } from '../firmware/functions.js';
import { applyCapabilities } from '../firmware/hca-capabilities.js';
import { mlx5With } from '../mlx5-device.js';

const set = new WeakSet<HcaFunction>();

/** Breaks mlx5-hca-cap-at-reset. */
export default {
  rule: 'mlx5-hca-cap-at-reset',
  summary: 'Capabilities that are set a second time take effect without a reset.',
  devices: mlx5With({
    firmware: {
      applyCapabilities: (hcaFunction, wanted) => {
        if (set.has(hcaFunction)) hcaFunction.current = wanted;
        set.add(hcaFunction);
        applyCapabilities(hcaFunction, wanted);
      },
    },
  }),
} satisfies BrokenVariant;
