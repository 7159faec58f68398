import { MLX5_COMMANDS } from '../../../kit/formats/mlx5/commands.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { leastScope } from '../driver/admission.js';
import { mlx5With } from '../mlx5-device.js';

/** Breaks mlx5-scope2-table. */
export default {
  rule: 'mlx5-scope2-table',
  summary: 'SET_DIAGNOSTIC_PARAMS with an op_mod needs read-only debug access.',
  devices: mlx5With({
    driver: {
      leastScope: (header) =>
        header.opcode === MLX5_COMMANDS.SET_DIAGNOSTIC_PARAMS && header.opMod !== 0 ? 'debug read only' : leastScope(header),
    },
  }),
} satisfies BrokenVariant;
