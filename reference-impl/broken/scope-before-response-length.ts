import { refuse } from '../../kit/result.js';
import { RPC_STRUCT } from '../../kit/uapi/ioctl.js';
import { checkRpcLengths } from '../core/rpc.js';
import { admitScope } from '../core/scope.js';
import { readU32 } from '../core/words.js';
import type { BrokenVariant } from '../variant.js';

export default {
  rule: 'rpc-length-before-scope',
  summary: 'The length of the response is judged after the scope.',
  core: {
    checkRpcLengths: (core, inLength) => checkRpcLengths(core, inLength, 0),
    admitScope: (core, command, number) => {
      const admitted = admitScope(core, command, number);
      const tooLong = checkRpcLengths(core, 0, readU32(command.cmd, RPC_STRUCT.outLen));
      return admitted.ok && tooLong !== null ? refuse(tooLong) : admitted;
    },
  },
} satisfies BrokenVariant;
