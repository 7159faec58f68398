import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { checkCommand } from '../driver/rpc.js';
import { mlx5With } from '../mlx5-device.js';

/** Breaks mlx5-refusal-errno. */
export default {
  rule: 'mlx5-refusal-errno',
  summary: 'A command that is not listed fails with EPERM in scope "debug write full".',
  devices: mlx5With({
    driver: {
      checkCommand: (driver, request, scope) => {
        const refusal = checkCommand(driver, request, scope);
        return refusal !== null && scope === 'debug write full' ? 'EPERM' : refusal;
      },
    },
  }),
} satisfies BrokenVariant;
