import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { releaseUid } from '../driver/user-context.js';
import { mlx5With } from '../mlx5-device.js';

/** Breaks mlx5-uctx-destroyed. */
export default {
  rule: 'mlx5-uctx-destroyed',
  summary: 'DESTROY_UCTX is sent for uid 0.',
  devices: mlx5With({ driver: { releaseUid: (driver, context) => releaseUid(driver, { ...context, uid: 0 }) } }),
} satisfies BrokenVariant;
