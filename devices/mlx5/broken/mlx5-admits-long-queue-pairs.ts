import { MLX5_COMMANDS } from '../../../kit/formats/mlx5/commands.js';
import { requestHeader } from '../../../kit/formats/mlx5/mailbox.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { validateRpc } from '../driver/admission.js';
import { mlx5With } from '../mlx5-device.js';

/** In bytes. */
const BLOCK = 512;

/** Breaks mlx5-no-allocation. */
export default {
  rule: 'mlx5-no-allocation',
  summary: 'CREATE_QP is admitted when it is longer than a block of the mailbox.',
  devices: mlx5With({
    driver: {
      validateRpc: (driver, request, scope) =>
        (requestHeader(request).opcode === MLX5_COMMANDS.CREATE_QP && request.length > BLOCK) || validateRpc(driver, request, scope),
    },
  }),
} satisfies BrokenVariant;
