import { RPC_STRUCT } from '../../kit/uapi/ioctl.js';
import { deliver } from '../core/rpc.js';
import { readPointer } from '../core/words.js';
import type { BrokenVariant } from '../variant.js';

export default {
  rule: 'rpc-request-not-modified',
  summary: 'What the driver leaves in the request buffer is copied back to the caller.',
  core: {
    deliver: async (core, command, scope, request, outLength) => {
      const answer = await deliver(core, command, scope, request, outLength);
      if (answer.ok && answer.value === request) command.memory.write(readPointer(command.cmd, RPC_STRUCT.in), request);
      return answer;
    },
  },
} satisfies BrokenVariant;
