import { MLX5_COMMANDS } from '../../../kit/formats/mlx5/commands.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { leastScope } from '../driver/admission.js';
import { mlx5With } from '../mlx5-device.js';

/** Breaks mlx5-access-register. */
export default {
  rule: 'mlx5-access-register',
  summary: 'Of op_mod only the lower byte counts at ACCESS_REGISTER_USER.',
  devices: mlx5With({
    driver: {
      leastScope: (header) =>
        leastScope(header.opcode === MLX5_COMMANDS.ACCESS_REGISTER_USER ? { ...header, opMod: header.opMod & 0xff } : header),
    },
  }),
} satisfies BrokenVariant;
