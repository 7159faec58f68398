import { MLX5_COMMANDS } from '../../../kit/formats/mlx5/commands.js';
import { ACCESS_REGISTER } from '../../../kit/formats/mlx5/registers.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { leastScope } from '../driver/admission.js';
import { mlx5With } from '../mlx5-device.js';

function isRegisterAccess(opcode: number): boolean {
  return opcode === MLX5_COMMANDS.ACCESS_REG || opcode === MLX5_COMMANDS.ACCESS_REGISTER_USER;
}

/** Breaks mlx5-access-register. */
export default {
  rule: 'mlx5-access-register',
  summary: 'Every op_mod but the one that reads counts as a write.',
  devices: mlx5With({
    driver: {
      leastScope: (header) =>
        leastScope(
          isRegisterAccess(header.opcode) && header.opMod !== ACCESS_REGISTER.opMod.READ
            ? { ...header, opMod: ACCESS_REGISTER.opMod.WRITE }
            : header,
        ),
    },
  }),
} satisfies BrokenVariant;
