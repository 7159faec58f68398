import { refuse } from '../../kit/result.js';
import { isBlockedRequest } from '../core/block-list.js';
import { deliver } from '../core/rpc.js';
import type { BrokenVariant } from '../variant.js';

export default {
  rule: 'kernel-blocks-command',
  summary: 'Whether a command is blocked is looked up when the driver has answered.',
  core: {
    isBlockedRequest: () => false,
    deliver: async (core, command, scope, request, outLength) => {
      const isBlocked = isBlockedRequest(core, command.file.device, request);
      const answer = await deliver(core, command, scope, request, outLength);
      return isBlocked ? refuse('EPERM') : answer;
    },
  },
} satisfies BrokenVariant;
