import { refuse } from '../../kit/result.js';
import { RPC_STRUCT } from '../../kit/uapi/ioctl.js';
import { copyRequest } from '../core/rpc.js';
import { readPointer } from '../core/words.js';
import type { BrokenVariant } from '../variant.js';

export default {
  rule: 'rpc-zero-lengths',
  summary: 'A request of length 0 must have a buffer all the same.',
  core: {
    copyRequest: (core, command, length) =>
      length === 0 && readPointer(command.cmd, RPC_STRUCT.in) === 0 ? refuse('EFAULT') : copyRequest(core, command, length),
  },
} satisfies BrokenVariant;
