import { MLX5_COMMANDS } from '../../../kit/formats/mlx5/commands.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { leastScope } from '../driver/admission.js';
import { mlx5With } from '../mlx5-device.js';

/** Breaks mlx5-no-allocation. */
export default {
  rule: 'mlx5-no-allocation',
  summary: 'A caller can send DESTROY_UCTX.',
  devices: mlx5With({
    driver: { leastScope: (header) => (header.opcode === MLX5_COMMANDS.DESTROY_UCTX ? 'configuration' : leastScope(header)) },
  }),
} satisfies BrokenVariant;
