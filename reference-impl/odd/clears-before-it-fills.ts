import { INFO_STRUCT } from '../../kit/uapi/ioctl.js';
import { copyDeviceData } from '../core/info.js';
import { readPointer } from '../core/words.js';
import type { Variant } from '../variant.js';

export default {
  summary: 'The whole buffer for device data is cleared before anything is copied to it.',
  core: {
    copyDeviceData: (core, command, data, room) => {
      if (!command.memory.clear(readPointer(command.cmd, INFO_STRUCT.outDeviceData), room)) return 'EFAULT';
      return copyDeviceData(core, command, data, room);
    },
  },
} satisfies Variant;
