import { responseHeader } from '../../../kit/formats/mlx5/mailbox.js';
import { MLX5_STATUSES } from '../../../kit/formats/mlx5/statuses.js';
import { refuse } from '../../../kit/result.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { fwRpc } from '../driver/rpc.js';
import { mlx5With } from '../mlx5-device.js';

/** Breaks mlx5-status-in-out. */
export default {
  rule: 'mlx5-status-in-out',
  summary: 'A command that the firmware does not know fails with EOPNOTSUPP.',
  devices: mlx5With({
    driver: {
      fwRpc: async (...args) => {
        const answer = await fwRpc(...args);
        return answer.ok && responseHeader(answer.value).status === MLX5_STATUSES.BAD_OP ? refuse('EOPNOTSUPP') : answer;
      },
    },
  }),
} satisfies BrokenVariant;
