import { MLX5_COMMANDS } from '../../../kit/formats/mlx5/commands.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { plainBody } from '../firmware/plain-commands.js';
import { hasCommand } from '../firmware/releases.js';
import { mlx5With } from '../mlx5-device.js';

/** Breaks mlx5-debug-tools-are-told. */
export default {
  rule: 'mlx5-debug-tools-are-told',
  summary: 'A debug command that the later release no longer has succeeds there, with zeros for data.',
  devices: mlx5With({
    firmware: {
      hasCommand: () => true,
      plainBody: (opcode, release) => {
        const body = plainBody(opcode, release);
        const isRemoved = opcode === MLX5_COMMANDS.QUERY_MTT && !hasCommand(release, 'QUERY_MTT');
        return isRemoved ? body.fill(0) : body;
      },
    },
  }),
} satisfies BrokenVariant;
