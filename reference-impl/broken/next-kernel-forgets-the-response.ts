import { RPC_STRUCT } from '../../kit/uapi/ioctl.js';
import { copyResponse } from '../core/rpc.js';
import type { BrokenVariant } from '../variant.js';

export default {
  rule: 'kernel-next-release',
  summary: 'Where structures have grown the response does not reach the caller.',
  core: {
    copyResponse: (core, command, response, outLength) =>
      command.cmd.length > RPC_STRUCT.length ? null : copyResponse(core, command, response, outLength),
  },
} satisfies BrokenVariant;
