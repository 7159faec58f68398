import type { Variant } from '../../../reference-impl/variant.js';
import { plainWith } from '../plain-device.js';

export default {
  summary: 'A driver that answers in the buffer that held the request.',
  devices: {
    plain: plainWith((ops) => ({
      ...ops,
      fwRpc: async (context, scope, request, outLength, memory) => {
        const answer = await ops.fwRpc(context, scope, request, outLength, memory);
        if (!answer.ok || answer.value.length > request.length) return answer;
        request.set(answer.value);
        return { ok: true, value: request.subarray(0, answer.value.length) };
      },
    })),
  },
} satisfies Variant;
