import { ok } from '../../../kit/result.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import type { Mlx5Context, Mlx5Driver } from '../driver/driver.js';
import { openUctx } from '../driver/user-context.js';
import { mlx5With } from '../mlx5-device.js';

const earlier = new WeakMap<Mlx5Driver, Mlx5Context>();

/** Breaks mlx5-open-errno. */
export default {
  rule: 'mlx5-open-errno',
  summary: 'A file for which the firmware makes no user context gets that of an earlier one.',
  devices: mlx5With({
    driver: {
      openUctx: async (driver) => {
        const opened = await openUctx(driver);
        if (opened.ok) earlier.set(driver, opened.value);
        const context = earlier.get(driver);
        return context === undefined ? opened : ok({ ...context });
      },
    },
  }),
} satisfies BrokenVariant;
