import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { mlx5With } from '../mlx5-device.js';

/** Breaks mlx5-uid-security-label. */
export default {
  rule: 'mlx5-uid-security-label',
  summary: 'The firmware does not look at what a uid may do.',
  devices: mlx5With({ firmware: { lacksTools: () => false } }),
} satisfies BrokenVariant;
