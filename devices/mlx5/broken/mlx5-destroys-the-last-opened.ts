import type { BrokenVariant } from '../../../reference-impl/variant.js';
import type { Mlx5Context, Mlx5Driver } from '../driver/driver.js';
import { openUctx, releaseUid } from '../driver/user-context.js';
import { mlx5With } from '../mlx5-device.js';

const open = new WeakMap<Mlx5Driver, Mlx5Context[]>();

/** Breaks mlx5-uctx-destroyed. */
export default {
  rule: 'mlx5-uctx-destroyed',
  summary: 'Whichever file is closed, the user context of the one opened last is destroyed.',
  devices: mlx5With({
    driver: {
      openUctx: async (driver) => {
        const opened = await openUctx(driver);
        if (opened.ok) open.set(driver, [...(open.get(driver) ?? []), opened.value]);
        return opened;
      },
      releaseUid: (driver, context) => releaseUid(driver, open.get(driver)?.pop() ?? context),
    },
  }),
} satisfies BrokenVariant;
