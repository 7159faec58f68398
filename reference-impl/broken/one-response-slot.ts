import { deliver } from '../core/rpc.js';
import type { BrokenVariant } from '../variant.js';

let slot: Awaited<ReturnType<typeof deliver>>;

export default {
  rule: 'rpc-concurrent',
  summary: 'Responses wait in a slot that all calls share.',
  core: {
    deliver: async (core, command, scope, request, outLength) => {
      slot = await deliver(core, command, scope, request, outLength);
      await new Promise((later) => setImmediate(later));
      return slot;
    },
  },
} satisfies BrokenVariant;
