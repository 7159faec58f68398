import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { mlx5With } from '../mlx5-device.js';

/** Breaks mlx5-set-hca-cap-other-only. */
export default {
  rule: 'mlx5-set-hca-cap-other-only',
  summary: 'User space can set the capabilities of the function it stands on.',
  devices: mlx5With({ firmware: { maySetCapabilities: () => true } }),
} satisfies BrokenVariant;
