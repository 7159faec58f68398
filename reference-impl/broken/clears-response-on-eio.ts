import { RPC_STRUCT } from '../../kit/uapi/ioctl.js';
import { deliver } from '../core/rpc.js';
import { readPointer } from '../core/words.js';
import type { BrokenVariant } from '../variant.js';

export default {
  rule: 'rpc-errno-without-response',
  summary: 'When the driver answers EIO the response buffer is zeroed.',
  core: {
    deliver: async (core, command, scope, request, outLength) => {
      const answer = await deliver(core, command, scope, request, outLength);
      if (!answer.ok && answer.errno === 'EIO') command.memory.clear(readPointer(command.cmd, RPC_STRUCT.out), outLength);
      return answer;
    },
  },
} satisfies BrokenVariant;
