import { requestHeader } from '../../../kit/formats/mlx5/mailbox.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { fwRpc } from '../driver/rpc.js';
import { mlx5With } from '../mlx5-device.js';

/** Breaks mlx5-claimed-command. */
export default {
  rule: 'mlx5-claimed-command',
  summary: 'A command that was taken over is admitted still when it has an op_mod.',
  devices: mlx5With({
    driver: {
      fwRpc: (driver, context, scope, request, outLength) => {
        const isClaimed: typeof driver.parts.isClaimed = (...args) => requestHeader(request).opMod === 0 && driver.parts.isClaimed(...args);
        return fwRpc({ ...driver, parts: { ...driver.parts, isClaimed } }, context, scope, request, outLength);
      },
    },
  }),
} satisfies BrokenVariant;
