import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { checkLengths } from '../driver/rpc.js';
import { mlx5With } from '../mlx5-device.js';

/** Breaks mlx5-any-length. */
export default {
  rule: 'mlx5-any-length',
  summary: 'Lengths must be multiples of 4.',
  devices: mlx5With({
    driver: {
      checkLengths: (inLength, outLength) =>
        checkLengths(inLength, outLength) ?? (inLength % 4 === 0 && outLength % 4 === 0 ? null : 'EINVAL'),
    },
  }),
} satisfies BrokenVariant;
