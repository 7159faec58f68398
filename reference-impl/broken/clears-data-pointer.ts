import { INFO_STRUCT } from '../../kit/uapi/ioctl.js';
import { respond } from '../core/ioctl.js';
import type { BrokenVariant } from '../variant.js';

export default {
  rule: 'uapi-info-layout',
  summary: 'FWCTL_INFO clears the pointer to the device data in the structure.',
  core: {
    respond: (core, command) => {
      if (command.cmd.length === INFO_STRUCT.length) command.cmd.fill(0, INFO_STRUCT.outDeviceData);
      return respond(core, command);
    },
  },
} satisfies BrokenVariant;
