import { ok } from '../../../kit/result.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { fwRpc } from '../driver/rpc.js';
import { mlx5With } from '../mlx5-device.js';

/** Breaks mlx5-out-len. */
export default {
  rule: 'mlx5-out-len',
  summary: 'A room that is no multiple of a word is rounded up.',
  devices: mlx5With({
    driver: {
      fwRpc: async (...args) => {
        const answer = await fwRpc(...args);
        if (!answer.ok) return answer;
        const words = new Uint8Array(Math.ceil(answer.value.length / 4) * 4);
        words.set(answer.value);
        return ok(words);
      },
    },
  }),
} satisfies BrokenVariant;
