import { MLX5_RESPONSE } from '../../../kit/formats/mlx5/mailbox.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { mlx5With } from '../mlx5-device.js';

/** Breaks mlx5-length-before-command. */
export default {
  rule: 'mlx5-length-before-command',
  summary: 'The command is judged before the room.',
  devices: mlx5With({
    driver: {
      checkRpc: (driver, request, outLength, scope) =>
        driver.parts.checkLengths(request.length, MLX5_RESPONSE.length) ??
        driver.parts.checkCommand(driver, request, scope) ??
        driver.parts.checkLengths(request.length, outLength),
    },
  }),
} satisfies BrokenVariant;
