import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { isFwctlSupported } from '../driver/function-gate.js';
import { mlx5With } from '../mlx5-device.js';

/** Breaks mlx5-function-gate. */
export default {
  rule: 'mlx5-function-gate',
  summary: 'Capabilities beyond the first four bits count as none.',
  devices: mlx5With({ driver: { isFwctlSupported: (offered, kind) => isFwctlSupported(offered & 0xf, kind) } }),
} satisfies BrokenVariant;
