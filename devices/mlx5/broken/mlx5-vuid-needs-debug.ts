import { MLX5_COMMANDS } from '../../../kit/formats/mlx5/commands.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { leastScope } from '../driver/admission.js';
import { mlx5With } from '../mlx5-device.js';

/** Breaks mlx5-scope0-table. */
export default {
  rule: 'mlx5-scope0-table',
  summary: 'QUERY_VUID needs read-only debug access.',
  devices: mlx5With({
    driver: { leastScope: (header) => (header.opcode === MLX5_COMMANDS.QUERY_VUID ? 'debug read only' : leastScope(header)) },
  }),
} satisfies BrokenVariant;
