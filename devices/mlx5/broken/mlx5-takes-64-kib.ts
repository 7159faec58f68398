import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { checkLengths } from '../driver/rpc.js';
import { mlx5With } from '../mlx5-device.js';

/** In bytes. */
const MOST = 64 * 1024;

/** Breaks mlx5-any-length. */
export default {
  rule: 'mlx5-any-length',
  summary: 'A request or a room of more than 64 KiB is refused.',
  devices: mlx5With({
    driver: {
      checkLengths: (inLength, outLength) =>
        checkLengths(inLength, outLength) ?? (Math.max(inLength, outLength) > MOST ? 'EMSGSIZE' : null),
    },
  }),
} satisfies BrokenVariant;
