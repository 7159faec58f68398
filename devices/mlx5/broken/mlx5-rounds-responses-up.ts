import { ok } from '../../../kit/result.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { fwRpc } from '../driver/rpc.js';
import { mlx5With } from '../mlx5-device.js';

const BLOCK = 512;

function wholeBlocks(response: Uint8Array): Uint8Array {
  const blocks = new Uint8Array(Math.ceil(response.length / BLOCK) * BLOCK);
  blocks.set(response);
  return blocks;
}

/** Breaks mlx5-out-len. */
export default {
  rule: 'mlx5-out-len',
  summary: 'A response is as long as the mailbox blocks that carried it.',
  devices: mlx5With({
    driver: {
      fwRpc: async (...args) => {
        const answer = await fwRpc(...args);
        return answer.ok ? ok(wholeBlocks(answer.value)) : answer;
      },
    },
  }),
} satisfies BrokenVariant;
