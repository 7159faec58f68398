import type { BrokenVariant } from '../../../reference-impl/variant.js';
import type { Mlx5Driver } from '../driver/driver.js';
import { releaseUid } from '../driver/user-context.js';
import { mlx5With } from '../mlx5-device.js';

const hasDestroyed = new WeakSet<Mlx5Driver>();

/** Breaks mlx5-uctx-destroyed. */
export default {
  rule: 'mlx5-uctx-destroyed',
  summary: 'Only for the first file that is closed a user context is destroyed.',
  devices: mlx5With({
    driver: {
      releaseUid: async (driver, context) => {
        if (!hasDestroyed.has(driver)) await releaseUid(driver, context);
        hasDestroyed.add(driver);
      },
    },
  }),
} satisfies BrokenVariant;
