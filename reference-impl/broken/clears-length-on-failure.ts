import { INFO_STRUCT } from '../../kit/uapi/ioctl.js';
import { cmdInfo } from '../core/info.js';
import { writeU32 } from '../core/words.js';
import type { BrokenVariant } from '../variant.js';

export default {
  rule: 'uapi-failed-call-writes-no-result',
  summary: 'When the driver refuses to tell about itself the length in the structure is set to 0.',
  core: {
    cmdInfo: async (core, command) => {
      const errno = await cmdInfo(core, command);
      if (errno === 'EIO') {
        writeU32(command.cmd, INFO_STRUCT.deviceDataLen, 0);
        core.parts.respond(core, command);
      }
      return errno;
    },
  },
} satisfies BrokenVariant;
