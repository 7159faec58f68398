import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { mlx5With } from '../mlx5-device.js';

/** Breaks mlx5-length-before-command. */
export default {
  rule: 'mlx5-length-before-command',
  summary: 'The command is judged before the lengths.',
  devices: mlx5With({
    driver: {
      checkRpc: (driver, request, outLength, scope) =>
        driver.parts.checkCommand(driver, request, scope) ?? driver.parts.checkLengths(request.length, outLength),
    },
  }),
} satisfies BrokenVariant;
