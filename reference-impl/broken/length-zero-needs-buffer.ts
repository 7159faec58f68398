import { INFO_STRUCT } from '../../kit/uapi/ioctl.js';
import { cmdInfo } from '../core/info.js';
import { readPointer, readU32 } from '../core/words.js';
import type { BrokenVariant } from '../variant.js';

export default {
  rule: 'discovery-info-length-zero',
  summary: 'A caller who wants no device data must have a buffer all the same.',
  core: {
    cmdInfo: async (core, command) =>
      readPointer(command.cmd, INFO_STRUCT.outDeviceData) === 0 && readU32(command.cmd, INFO_STRUCT.deviceDataLen) === 0
        ? 'EFAULT'
        : cmdInfo(core, command),
  },
} satisfies BrokenVariant;
