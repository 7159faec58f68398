import { MLX5_RESPONSE } from '../../../kit/formats/mlx5/mailbox.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { checkLengths } from '../driver/rpc.js';
import { mlx5With } from '../mlx5-device.js';

/** Breaks mlx5-minimum-lengths. */
export default {
  rule: 'mlx5-minimum-lengths',
  summary: 'Room for less than a response header is accepted.',
  devices: mlx5With({ driver: { checkLengths: (inLength) => checkLengths(inLength, MLX5_RESPONSE.length) } }),
} satisfies BrokenVariant;
