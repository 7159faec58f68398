import { RPC_STRUCT } from '../../kit/uapi/ioctl.js';
import { copyResponse } from '../core/rpc.js';
import { readU32 } from '../core/words.js';
import type { BrokenVariant } from '../variant.js';

export default {
  rule: 'rpc-request-response',
  summary: 'What the driver answers to an empty request does not reach the caller.',
  core: {
    copyResponse: (core, command, response, outLength) =>
      readU32(command.cmd, RPC_STRUCT.inLen) === 0 ? null : copyResponse(core, command, response, outLength),
  },
} satisfies BrokenVariant;
