import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { mlx5With } from '../mlx5-device.js';

/** Breaks mlx5-kernel-gets-through. */
export default {
  rule: 'mlx5-kernel-gets-through',
  summary: 'While a command of a user context waits for a slot, none of the kernel gets one.',
  devices: mlx5With({
    driver: {
      firstInLine: (waiting) =>
        Math.max(
          0,
          waiting.findIndex(({ uid }) => uid !== 0),
        ),
    },
  }),
} satisfies BrokenVariant;
