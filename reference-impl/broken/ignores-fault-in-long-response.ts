import { RPC_STRUCT } from '../../kit/uapi/ioctl.js';
import { copyResponse } from '../core/rpc.js';
import { readPointer } from '../core/words.js';
import type { BrokenVariant } from '../variant.js';

export default {
  rule: 'rpc-response-fault',
  summary: 'A response of which a part could be written counts as written.',
  core: {
    copyResponse: (core, command, response, outLength) => {
      const fault = copyResponse(core, command, response, outLength);
      return command.memory.view(readPointer(command.cmd, RPC_STRUCT.out), 1, 'write') === null ? fault : null;
    },
  },
} satisfies BrokenVariant;
