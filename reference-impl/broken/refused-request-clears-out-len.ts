import { RPC_STRUCT } from '../../kit/uapi/ioctl.js';
import { cmdRpc } from '../core/rpc.js';
import { writeU32 } from '../core/words.js';
import type { BrokenVariant } from '../variant.js';

export default {
  rule: 'uapi-failed-call-writes-no-result',
  summary: 'An RPC that the driver refuses with EIO, and no other, sets out_len to 0.',
  core: {
    cmdRpc: async (core, command) => {
      const errno = await cmdRpc(core, command);
      if (errno === 'EIO' && command.file.device.parent.startsWith('platform/plain')) {
        writeU32(command.cmd, RPC_STRUCT.outLen, 0);
        core.parts.respond(core, command);
      }
      return errno;
    },
  },
} satisfies BrokenVariant;
