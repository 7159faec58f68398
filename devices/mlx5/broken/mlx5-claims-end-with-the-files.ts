import type { BrokenVariant } from '../../../reference-impl/variant.js';
import type { Mlx5Driver } from '../driver/driver.js';
import { openUctx, releaseUid } from '../driver/user-context.js';
import { mlx5With } from '../mlx5-device.js';

const files = new WeakMap<Mlx5Driver, number>();

/** Breaks mlx5-claimed-command. */
export default {
  rule: 'mlx5-claimed-command',
  summary: 'Claims end when no file is open any more.',
  devices: mlx5With({
    driver: {
      openUctx: async (driver) => {
        const opened = await openUctx(driver);
        if (opened.ok) files.set(driver, (files.get(driver) ?? 0) + 1);
        return opened;
      },
      releaseUid: async (driver, context) => {
        const left = (files.get(driver) ?? 1) - 1;
        files.set(driver, left);
        if (left === 0) driver.claimed.clear();
        await releaseUid(driver, context);
      },
    },
  }),
} satisfies BrokenVariant;
