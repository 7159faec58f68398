import { refuse } from '../../kit/result.js';
import { deliver } from '../core/rpc.js';
import type { BrokenVariant } from '../variant.js';

export default {
  rule: 'rpc-driver-error-passed',
  summary: 'ENOLINK from the driver reaches the caller as EIO.',
  core: {
    deliver: async (core, command, scope, request, outLength) => {
      const answer = await deliver(core, command, scope, request, outLength);
      return !answer.ok && answer.errno === 'ENOLINK' ? refuse('EIO') : answer;
    },
  },
} satisfies BrokenVariant;
