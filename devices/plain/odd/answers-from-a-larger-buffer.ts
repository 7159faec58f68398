import type { Variant } from '../../../reference-impl/variant.js';
import { plainWith } from '../plain-device.js';

export default {
  summary: 'A driver whose answers lie in the middle of a larger buffer.',
  devices: {
    plain: plainWith((ops) => ({
      ...ops,
      fwRpc: async (...call) => {
        const answer = await ops.fwRpc(...call);
        if (!answer.ok) return answer;
        const buffer = new Uint8Array(answer.value.length + 64).fill(0xee);
        buffer.set(answer.value, 32);
        return { ok: true, value: buffer.subarray(32, 32 + answer.value.length) };
      },
    })),
  },
} satisfies Variant;
