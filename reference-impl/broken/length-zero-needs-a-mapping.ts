import { INFO_STRUCT } from '../../kit/uapi/ioctl.js';
import { cmdInfo } from '../core/info.js';
import { readPointer, readU32 } from '../core/words.js';
import type { BrokenVariant } from '../variant.js';

export default {
  rule: 'discovery-info-length-zero',
  summary: 'A pointer to no device data has to lead somewhere, unless it is null.',
  core: {
    cmdInfo: async (core, command) => {
      const target = readPointer(command.cmd, INFO_STRUCT.outDeviceData);
      const isBad = target !== 0 && command.memory.view(target, 1, 'write') === null;
      return isBad && readU32(command.cmd, INFO_STRUCT.deviceDataLen) === 0 ? 'EFAULT' : cmdInfo(core, command);
    },
  },
} satisfies BrokenVariant;
