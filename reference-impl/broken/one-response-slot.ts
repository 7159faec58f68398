import { deliver } from '../core/rpc.js';
import type { BrokenVariant } from '../variant.js';

/** Requests of another length have their responses apart. */
const LENGTH = 32;

let slot: Awaited<ReturnType<typeof deliver>>;

export default {
  rule: 'rpc-concurrent',
  summary: 'The responses to requests of 32 bytes wait in a slot that all calls share.',
  core: {
    deliver: async (core, command, scope, request, outLength) => {
      if (request.length !== LENGTH) return deliver(core, command, scope, request, outLength);
      slot = await deliver(core, command, scope, request, outLength);
      await new Promise((later) => setImmediate(later));
      return slot;
    },
  },
} satisfies BrokenVariant;
