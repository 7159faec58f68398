import { RPC_STRUCT } from '../../kit/uapi/ioctl.js';
import { cmdRpc } from '../core/rpc.js';
import { readU32 } from '../core/words.js';
import type { BrokenVariant } from '../variant.js';

export default {
  rule: 'rpc-length-before-scope',
  summary: 'The scope is judged before the lengths.',
  core: {
    cmdRpc: async (core, command) => {
      const admitted = core.parts.admitScope(core, command, readU32(command.cmd, RPC_STRUCT.scope));
      return admitted.ok ? cmdRpc(core, command) : admitted.errno;
    },
  },
} satisfies BrokenVariant;
