import { INFO_STRUCT } from '../../kit/uapi/ioctl.js';
import { copyDeviceData } from '../core/info.js';
import { readPointer } from '../core/words.js';
import type { BrokenVariant } from '../variant.js';

export default {
  rule: 'discovery-info-fault',
  summary: 'Device data of which the first byte could be written, and not the last, succeed.',
  core: {
    copyDeviceData: (core, command, data, room) => {
      const fault = copyDeviceData(core, command, data, room);
      const target = readPointer(command.cmd, INFO_STRUCT.outDeviceData);
      const isWritable = (at: number): boolean => command.memory.view(target + at, 1, 'write') !== null;
      return isWritable(0) && !isWritable(data.length - 1) ? null : fault;
    },
  },
} satisfies BrokenVariant;
