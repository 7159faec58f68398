import { DEVICE_TYPES } from '../../kit/uapi/device-type.js';
import { RPC_STRUCT } from '../../kit/uapi/ioctl.js';
import { deliver } from '../core/rpc.js';
import { readPointer } from '../core/words.js';
import type { BrokenVariant } from '../variant.js';

export default {
  rule: 'rpc-errno-without-response',
  summary: 'When a driver that the core has no name for answers EIO, the response buffer is zeroed.',
  core: {
    deliver: async (core, command, scope, request, outLength) => {
      const answer = await deliver(core, command, scope, request, outLength);
      const isUnnamed = (command.file.device.ops?.deviceType ?? 0) > DEVICE_TYPES.PDS;
      if (!answer.ok && answer.errno === 'EIO' && isUnnamed) command.memory.clear(readPointer(command.cmd, RPC_STRUCT.out), outLength);
      return answer;
    },
  },
} satisfies BrokenVariant;
