import { MLX5_REQUEST } from '../../../kit/formats/mlx5/mailbox.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { checkLengths } from '../driver/rpc.js';
import { mlx5With } from '../mlx5-device.js';

/** Breaks mlx5-minimum-lengths. */
export default {
  rule: 'mlx5-minimum-lengths',
  summary: 'When request and room are both too short, they are accepted.',
  devices: mlx5With({
    driver: {
      checkLengths: (inLength, outLength) =>
        inLength < MLX5_REQUEST.length && inLength === outLength ? null : checkLengths(inLength, outLength),
    },
  }),
} satisfies BrokenVariant;
