import { RPC_STRUCT } from '../../kit/uapi/ioctl.js';
import { copyResponse } from '../core/rpc.js';
import { readPointer } from '../core/words.js';
import type { BrokenVariant } from '../variant.js';

export default {
  rule: 'rpc-response-short',
  summary: 'Room that the response does not fill is EFAULT where it is not mapped.',
  core: {
    copyResponse: (core, command, response, outLength) => {
      const rest = readPointer(command.cmd, RPC_STRUCT.out) + response.length;
      const isMapped = response.length >= outLength || command.memory.view(rest, 1, 'write') !== null;
      return isMapped ? copyResponse(core, command, response, outLength) : 'EFAULT';
    },
  },
} satisfies BrokenVariant;
