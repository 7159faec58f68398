import type { BrokenVariant } from '../../../reference-impl/variant.js';
import type { Mlx5Context, Mlx5Driver } from '../driver/driver.js';
import { openUctx, releaseUid } from '../driver/user-context.js';
import { mlx5With } from '../mlx5-device.js';

const newest = new WeakMap<Mlx5Driver, Mlx5Context>();

/** Breaks mlx5-uctx-destroyed. */
export default {
  rule: 'mlx5-uctx-destroyed',
  summary: 'Closing a file destroys the user context of the file that was opened last.',
  devices: mlx5With({
    driver: {
      openUctx: async (driver) => {
        const context = await openUctx(driver);
        if (context.ok) newest.set(driver, context.value);
        return context;
      },
      releaseUid: (driver, context) => releaseUid(driver, newest.get(driver) ?? context),
    },
  }),
} satisfies BrokenVariant;
