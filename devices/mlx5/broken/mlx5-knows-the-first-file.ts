import { MLX5_COMMANDS } from '../../../kit/formats/mlx5/commands.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { leastScope } from '../driver/admission.js';
import type { Mlx5Context, Mlx5Driver } from '../driver/driver.js';
import { fwRpc } from '../driver/rpc.js';
import { openUctx } from '../driver/user-context.js';
import { mlx5With } from '../mlx5-device.js';

const first = new WeakMap<Mlx5Driver, Mlx5Context>();

const enabling: typeof leastScope = (header) => (header.opcode === MLX5_COMMANDS.ENABLE_HCA ? 'configuration' : leastScope(header));

/** Breaks mlx5-unlisted-refused. */
export default {
  rule: 'mlx5-unlisted-refused',
  summary: 'ENABLE_HCA is admitted on each file but the first.',
  devices: mlx5With({
    driver: {
      openUctx: async (driver) => {
        const opened = await openUctx(driver);
        if (opened.ok && !first.has(driver)) first.set(driver, opened.value);
        return opened;
      },
      fwRpc: (driver, context, ...rest) =>
        fwRpc(first.get(driver) === context ? driver : { ...driver, parts: { ...driver.parts, leastScope: enabling } }, context, ...rest),
    },
  }),
} satisfies BrokenVariant;
