import { MLX5_RESPONSE } from '../../../kit/formats/mlx5/mailbox.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { checkLengths } from '../driver/rpc.js';
import { mlx5With } from '../mlx5-device.js';

/** Breaks mlx5-minimum-lengths. */
export default {
  rule: 'mlx5-minimum-lengths',
  summary: 'Room for status and syndrome is accepted, though less than a response header.',
  devices: mlx5With({
    driver: {
      checkLengths: (inLength, outLength) => checkLengths(inLength, outLength < MLX5_RESPONSE.results ? outLength : MLX5_RESPONSE.length),
    },
  }),
} satisfies BrokenVariant;
