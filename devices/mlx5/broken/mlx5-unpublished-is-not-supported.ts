import { commandName } from '../../../kit/formats/mlx5/commands.js';
import { requestHeader } from '../../../kit/formats/mlx5/mailbox.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { checkCommand } from '../driver/rpc.js';
import { mlx5With } from '../mlx5-device.js';

/** Breaks mlx5-refusal-errno. */
export default {
  rule: 'mlx5-refusal-errno',
  summary: 'A command that is not published fails with EOPNOTSUPP.',
  devices: mlx5With({
    driver: {
      checkCommand: (driver, request, scope) => {
        const isPublished = commandName(requestHeader(request).opcode) !== undefined;
        return isPublished ? checkCommand(driver, request, scope) : 'EOPNOTSUPP';
      },
    },
  }),
} satisfies BrokenVariant;
