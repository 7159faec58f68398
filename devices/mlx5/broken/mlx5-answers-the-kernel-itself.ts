import { MLX5_RESPONSE } from '../../../kit/formats/mlx5/mailbox.js';
import { ok } from '../../../kit/result.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { fwRpc } from '../driver/rpc.js';
import { createMlx5Device } from '../mlx5-device.js';

/** Breaks mlx5-kernel-gets-through. */
export default {
  rule: 'mlx5-kernel-gets-through',
  summary: 'The kernel is told the answer to an earlier command of a caller, and its own is not carried out.',
  devices: {
    mlx5: async (setup, instance) => {
      let earlier = new Uint8Array(MLX5_RESPONSE.length);
      const device = await createMlx5Device(setup, instance, {
        driver: {
          fwRpc: async (...args) => {
            const answer = await fwRpc(...args);
            if (answer.ok) earlier = Uint8Array.from(answer.value);
            return answer;
          },
        },
      });
      return device.kernelUser === undefined ? device : { ...device, kernelUser: { ...device.kernelUser, command: () => ok(earlier) } };
    },
  },
} satisfies BrokenVariant;
