import type { BrokenVariant } from '../../../reference-impl/variant.js';
import type { Mlx5Context } from '../driver/driver.js';
import { openUctx } from '../driver/user-context.js';
import { mlx5With } from '../mlx5-device.js';

const claimedAtOpen = new WeakMap<Mlx5Context, ReadonlySet<number>>();

/** Breaks mlx5-claimed-command. */
export default {
  rule: 'mlx5-claimed-command',
  summary: 'A file keeps the commands that it had when it was opened.',
  devices: mlx5With({
    driver: {
      openUctx: async (driver) => {
        const opened = await openUctx(driver);
        if (opened.ok) claimedAtOpen.set(opened.value, new Set(driver.claimed));
        return opened;
      },
      isClaimed: (_driver, context, opcode) => claimedAtOpen.get(context)?.has(opcode) === true,
    },
  }),
} satisfies BrokenVariant;
