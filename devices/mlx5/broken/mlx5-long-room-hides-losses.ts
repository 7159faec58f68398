import { ok } from '../../../kit/result.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { fwRpc } from '../driver/rpc.js';
import { mlx5With } from '../mlx5-device.js';

/** Breaks mlx5-transport-errno. */
export default {
  rule: 'mlx5-transport-errno',
  summary: 'Where the room is greater than the request, a command that timed out is answered with zeros.',
  devices: mlx5With({
    driver: {
      fwRpc: async (driver, context, scope, request, outLength) => {
        const isLonger = outLength > request.length;
        const answer = await fwRpc(driver, context, scope, request, outLength);
        return !answer.ok && answer.errno === 'ETIMEDOUT' && isLonger ? ok(new Uint8Array(outLength)) : answer;
      },
    },
  }),
} satisfies BrokenVariant;
