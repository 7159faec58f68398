import { setImmediate } from 'node:timers/promises';
import type { Variant } from '../../../reference-impl/variant.js';
import { plainWith } from '../plain-device.js';

export default {
  summary: 'A driver that never answers at once.',
  devices: {
    plain: plainWith((ops) => ({
      ...ops,
      openUctx: async () => {
        await setImmediate();
        return ops.openUctx();
      },
      fwRpc: async (context, scope, request, outLength, memory) => {
        await setImmediate();
        return ops.fwRpc(context, scope, request, outLength, memory);
      },
    })),
  },
} satisfies Variant;
