import { INFO_STRUCT } from '../../kit/uapi/ioctl.js';
import { cmdInfo } from '../core/info.js';
import { readU32 } from '../core/words.js';
import type { BrokenVariant } from '../variant.js';

export default {
  rule: 'uapi-output-fields-ignored-on-input',
  summary: 'FWCTL_INFO refuses a structure in which the output field for the type is not 0.',
  core: {
    cmdInfo: async (core, command) => (readU32(command.cmd, INFO_STRUCT.outDeviceType) === 0 ? cmdInfo(core, command) : 'EINVAL'),
  },
} satisfies BrokenVariant;
