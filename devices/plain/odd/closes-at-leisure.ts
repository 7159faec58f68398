import { setImmediate } from 'node:timers/promises';
import type { Variant } from '../../../reference-impl/variant.js';
import { plainWith } from '../plain-device.js';

export default {
  summary: 'A driver that takes its time to end a user context.',
  devices: {
    plain: plainWith((ops) => ({
      ...ops,
      closeUctx: async (context) => {
        await setImmediate();
        await ops.closeUctx(context);
      },
    })),
  },
} satisfies Variant;
