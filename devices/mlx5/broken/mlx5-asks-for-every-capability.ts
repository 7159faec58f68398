import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { mlx5With } from '../mlx5-device.js';

/** Breaks mlx5-caps-requested. */
export default {
  rule: 'mlx5-caps-requested',
  summary: 'Every capability that is offered is asked for.',
  devices: mlx5With({ driver: { requestedCapabilities: (driver) => driver.offeredCapabilities } }),
} satisfies BrokenVariant;
