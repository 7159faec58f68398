import { INFO_STRUCT } from '../../kit/uapi/ioctl.js';
import { cmdInfo } from '../core/info.js';
import { readU32 } from '../core/words.js';
import type { BrokenVariant } from '../variant.js';

export default {
  rule: 'uapi-output-fields-ignored-on-input',
  summary: 'FWCTL_INFO reports the type only where the output field holds 0.',
  core: {
    cmdInfo: (core, command) => {
      const there = readU32(command.cmd, INFO_STRUCT.outDeviceType);
      const parts = there === 0 ? core.parts : { ...core.parts, deviceType: () => there };
      return cmdInfo({ ...core, parts }, command);
    },
  },
} satisfies BrokenVariant;
