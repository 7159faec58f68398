import { refuse } from '../../kit/result.js';
import { RPC_STRUCT } from '../../kit/uapi/ioctl.js';
import { copyRequest } from '../core/rpc.js';
import { readPointer } from '../core/words.js';
import type { BrokenVariant } from '../variant.js';

export default {
  rule: 'rpc-request-not-modified',
  summary: 'A request in memory that cannot be written is EFAULT.',
  core: {
    copyRequest: (core, command, length) => {
      const isWritable = command.memory.view(readPointer(command.cmd, RPC_STRUCT.in), length, 'write') !== null;
      return isWritable || length === 0 ? copyRequest(core, command, length) : refuse('EFAULT');
    },
  },
} satisfies BrokenVariant;
