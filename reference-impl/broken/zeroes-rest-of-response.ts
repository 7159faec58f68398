import { RPC_STRUCT } from '../../kit/uapi/ioctl.js';
import { copyResponse } from '../core/rpc.js';
import { readPointer } from '../core/words.js';
import type { BrokenVariant } from '../variant.js';

export default {
  rule: 'rpc-response-short',
  summary: 'The room that a response does not fill is zeroed, as FWCTL_INFO does.',
  core: {
    copyResponse: (core, command, response, outLength) => {
      const rest = readPointer(command.cmd, RPC_STRUCT.out) + response.length;
      command.memory.clear(rest, Math.max(0, outLength - response.length));
      return copyResponse(core, command, response, outLength);
    },
  },
} satisfies BrokenVariant;
