import { MLX5_COMMANDS } from '../../../kit/formats/mlx5/commands.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { leastScope } from '../driver/admission.js';
import { mlx5With } from '../mlx5-device.js';

/** Breaks mlx5-scope1-table. */
export default {
  rule: 'mlx5-scope1-table',
  summary: 'QUERY_CQ with an op_mod is admitted as configuration.',
  devices: mlx5With({
    driver: {
      leastScope: (header) => (header.opcode === MLX5_COMMANDS.QUERY_CQ && header.opMod !== 0 ? 'configuration' : leastScope(header)),
    },
  }),
} satisfies BrokenVariant;
