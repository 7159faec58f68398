import { refuse } from '../../../kit/result.js';
import type { Errno } from '../../../kit/uapi/errno.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import type { Mlx5Driver } from '../driver/driver.js';
import { openUctx } from '../driver/user-context.js';
import { mlx5With } from '../mlx5-device.js';

const failures = new WeakMap<Mlx5Driver, Errno>();

/** Breaks mlx5-open-errno. */
export default {
  rule: 'mlx5-open-errno',
  summary: 'After an open that failed, every other one fails alike.',
  devices: mlx5With({
    driver: {
      openUctx: async (driver) => {
        const before = failures.get(driver);
        if (before !== undefined) return refuse(before);
        const opened = await openUctx(driver);
        if (!opened.ok) failures.set(driver, opened.errno);
        return opened;
      },
    },
  }),
} satisfies BrokenVariant;
