import { responseHeader } from '../../../kit/formats/mlx5/mailbox.js';
import { refuse } from '../../../kit/result.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { fwRpc } from '../driver/rpc.js';
import { mlx5With } from '../mlx5-device.js';

/** Breaks mlx5-status-in-out. */
export default {
  rule: 'mlx5-status-in-out',
  summary: 'Where the room is greater than the request, a command that fails is EIO.',
  devices: mlx5With({
    driver: {
      fwRpc: async (driver, context, scope, request, outLength) => {
        const answer = await fwRpc(driver, context, scope, request, outLength);
        const failed = answer.ok && responseHeader(answer.value).status !== 0;
        return failed && outLength > request.length ? refuse('EIO') : answer;
      },
    },
  }),
} satisfies BrokenVariant;
