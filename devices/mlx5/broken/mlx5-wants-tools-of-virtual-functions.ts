import { UCTX_CAPABILITIES } from '../../../kit/formats/mlx5/user-context.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { isFwctlSupported } from '../driver/function-gate.js';
import { mlx5With } from '../mlx5-device.js';

/** Breaks mlx5-function-gate. */
export default {
  rule: 'mlx5-function-gate',
  summary: 'A virtual function gets a fwctl device only if it offers the tools capability.',
  devices: mlx5With({
    driver: {
      isFwctlSupported: (offered, kind) =>
        isFwctlSupported(kind === 'virtual' ? offered & UCTX_CAPABILITIES.TOOLS_RESOURCES : offered, kind),
    },
  }),
} satisfies BrokenVariant;
