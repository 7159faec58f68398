import { exchange } from '../core/rpc.js';
import type { BrokenVariant } from '../variant.js';

export default {
  rule: 'rpc-zero-lengths',
  summary: 'Read-only debug without request and room is EINVAL.',
  core: {
    exchange: async (core, command, scope, inLength, outLength) =>
      scope === 'debug read only' && inLength + outLength === 0 ? 'EINVAL' : exchange(core, command, scope, inLength, outLength),
  },
} satisfies BrokenVariant;
