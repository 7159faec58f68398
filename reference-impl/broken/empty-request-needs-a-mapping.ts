import { refuse } from '../../kit/result.js';
import { RPC_STRUCT } from '../../kit/uapi/ioctl.js';
import { copyRequest } from '../core/rpc.js';
import { readPointer } from '../core/words.js';
import type { BrokenVariant } from '../variant.js';

export default {
  rule: 'rpc-zero-lengths',
  summary: 'A pointer to a request of length 0 has to lead somewhere, unless it is null.',
  core: {
    copyRequest: (core, command, length) => {
      const pointer = readPointer(command.cmd, RPC_STRUCT.in);
      const leadsNowhere = pointer !== 0 && command.memory.view(pointer, 1, 'read') === null;
      return length === 0 && leadsNowhere ? refuse('EFAULT') : copyRequest(core, command, length);
    },
  },
} satisfies BrokenVariant;
