import { RPC_STRUCT } from '../../kit/uapi/ioctl.js';
import { cmdRpc } from '../core/rpc.js';
import { readPointer } from '../core/words.js';
import type { BrokenVariant } from '../variant.js';

export default {
  rule: 'rpc-overlapping-buffers',
  summary: 'Request and response in the same memory are refused.',
  core: {
    cmdRpc: async (core, command) => {
      const [request, response] = [readPointer(command.cmd, RPC_STRUCT.in), readPointer(command.cmd, RPC_STRUCT.out)];
      return request === response && request !== 0 ? 'EINVAL' : cmdRpc(core, command);
    },
  },
} satisfies BrokenVariant;
