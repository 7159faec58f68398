import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { mlx5With } from '../mlx5-device.js';

/** Breaks mlx5-function-gate. */
export default {
  rule: 'mlx5-function-gate',
  summary: 'A scalable function gets a fwctl device.',
  devices: mlx5With({ driver: { isFwctlSupported: (offered) => offered !== 0 } }),
} satisfies BrokenVariant;
