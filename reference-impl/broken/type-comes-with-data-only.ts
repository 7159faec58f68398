import { INFO_STRUCT } from '../../kit/uapi/ioctl.js';
import { cmdInfo } from '../core/info.js';
import { readU32, writeU32 } from '../core/words.js';
import type { BrokenVariant } from '../variant.js';

export default {
  rule: 'discovery-info-type',
  summary: 'Who wants no device data is told the type 0.',
  core: {
    cmdInfo: async (core, command) => {
      if (readU32(command.cmd, INFO_STRUCT.deviceDataLen) > 0 || readU32(command.cmd, INFO_STRUCT.flags) !== 0)
        return cmdInfo(core, command);
      writeU32(command.cmd, INFO_STRUCT.outDeviceType, 0);
      return core.parts.respond(core, command);
    },
  },
} satisfies BrokenVariant;
