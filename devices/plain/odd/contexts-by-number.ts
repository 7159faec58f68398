import type { Variant } from '../../../reference-impl/variant.js';
import { plainWith } from '../plain-device.js';

export default {
  summary: 'A driver that keeps numbers for its user contexts, from zero.',
  devices: {
    plain: plainWith((ops) => {
      let next = 0;
      return {
        ...ops,
        openUctx: async () => {
          const opened = await ops.openUctx();
          if (!opened.ok) return opened;
          next += 1;
          return { ok: true, value: next - 1 };
        },
      };
    }),
  },
} satisfies Variant;
