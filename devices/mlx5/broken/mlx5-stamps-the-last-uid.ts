import type { BrokenVariant } from '../../../reference-impl/variant.js';
import type { Mlx5Context, Mlx5Driver } from '../driver/driver.js';
import { fwRpc } from '../driver/rpc.js';
import { openUctx } from '../driver/user-context.js';
import { mlx5With } from '../mlx5-device.js';

const last = new WeakMap<Mlx5Driver, Mlx5Context>();

/** Breaks mlx5-uid-forced. */
export default {
  rule: 'mlx5-uid-forced',
  summary: 'Each command is sent under the uid of the file that was opened last.',
  devices: mlx5With({
    driver: {
      openUctx: async (driver) => {
        const opened = await openUctx(driver);
        if (opened.ok) last.set(driver, opened.value);
        return opened;
      },
      fwRpc: (driver, context, ...rest) => fwRpc(driver, last.get(driver) ?? context, ...rest),
    },
  }),
} satisfies BrokenVariant;
