import { MLX5_COMMANDS } from '../../../kit/formats/mlx5/commands.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { leastScope } from '../driver/admission.js';
import { mlx5With } from '../mlx5-device.js';

/** Breaks mlx5-unlisted-refused. */
export default {
  rule: 'mlx5-unlisted-refused',
  summary: 'SET_ROCE_ADDRESS, the neighbour of the listed query, is admitted.',
  devices: mlx5With({
    driver: { leastScope: (header) => (header.opcode === MLX5_COMMANDS.SET_ROCE_ADDRESS ? 'configuration' : leastScope(header)) },
  }),
} satisfies BrokenVariant;
