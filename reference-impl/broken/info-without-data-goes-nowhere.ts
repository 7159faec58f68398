import { INFO_STRUCT } from '../../kit/uapi/ioctl.js';
import { respond } from '../core/ioctl.js';
import { readU32 } from '../core/words.js';
import type { BrokenVariant } from '../variant.js';

export default {
  rule: 'uapi-readonly-argument',
  summary: 'That FWCTL_INFO cannot be written back goes unnoticed when the caller wants no device data.',
  core: {
    respond: (core, command) => {
      const fault = respond(core, command);
      const isInfo = command.cmd.length === INFO_STRUCT.length;
      return isInfo && readU32(command.cmd, INFO_STRUCT.deviceDataLen) === 0 ? null : fault;
    },
  },
} satisfies BrokenVariant;
