import { MLX5_COMMANDS } from '../../../kit/formats/mlx5/commands.js';
import { MLX5_REQUEST, requestHeader } from '../../../kit/formats/mlx5/mailbox.js';
import { writeU16 } from '../../../kit/formats/mlx5/words.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { stampUid } from '../driver/rpc.js';
import { mlx5With } from '../mlx5-device.js';

const { ACCESS_REG, ACCESS_REGISTER_USER, QUERY_HCA_CAP } = MLX5_COMMANDS;
const COUNTS: readonly number[] = [ACCESS_REG, ACCESS_REGISTER_USER, QUERY_HCA_CAP];

/** Breaks mlx5-request-unchanged. */
export default {
  rule: 'mlx5-request-unchanged',
  summary: 'op_mod does not reach the firmware where it does not count for the scope.',
  devices: mlx5With({
    driver: {
      stampUid: (request, context) => {
        stampUid(request, context);
        if (!COUNTS.includes(requestHeader(request).opcode)) writeU16(request, MLX5_REQUEST.opMod, 0);
      },
    },
  }),
} satisfies BrokenVariant;
