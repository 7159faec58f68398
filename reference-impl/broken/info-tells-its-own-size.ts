import { INFO_STRUCT } from '../../kit/uapi/ioctl.js';
import { respond } from '../core/ioctl.js';
import { writeU32 } from '../core/words.js';
import type { BrokenVariant } from '../variant.js';

export default {
  rule: 'uapi-info-layout',
  summary: 'FWCTL_INFO writes the size that the kernel knows into a longer structure.',
  core: {
    respond: (core, command) => {
      if (command.cmd.length === INFO_STRUCT.length) writeU32(command.cmd, INFO_STRUCT.size, command.cmd.length);
      return respond(core, command);
    },
  },
} satisfies BrokenVariant;
