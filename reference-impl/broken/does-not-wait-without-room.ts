import { ok } from '../../kit/result.js';
import { deliver } from '../core/rpc.js';
import type { BrokenVariant } from '../variant.js';

const NOTHING = ok(new Uint8Array(0));

export default {
  rule: 'rpc-synchronous',
  summary: 'A call without room for a response comes back before the driver has answered.',
  core: {
    deliver: (core, command, scope, request, outLength) => {
      const answer = deliver(core, command, scope, request, outLength);
      return outLength === 0 ? Promise.race([answer, new Promise<typeof NOTHING>((back) => setImmediate(back, NOTHING))]) : answer;
    },
  },
} satisfies BrokenVariant;
