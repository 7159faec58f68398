import { MLX5_COMMANDS } from '../../../kit/formats/mlx5/commands.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { leastScope } from '../driver/admission.js';
import { mlx5With } from '../mlx5-device.js';

/** Breaks mlx5-scope0-table. */
export default {
  rule: 'mlx5-scope0-table',
  summary: 'QUERY_ROCE_ADDRESS needs read-only debug access when it has an op_mod.',
  devices: mlx5With({
    driver: {
      leastScope: (header) =>
        header.opcode === MLX5_COMMANDS.QUERY_ROCE_ADDRESS && header.opMod !== 0 ? 'debug read only' : leastScope(header),
    },
  }),
} satisfies BrokenVariant;
