import { INFO_STRUCT } from '../../kit/uapi/ioctl.js';
import { readUserSize } from '../core/ioctl.js';
import type { BrokenVariant } from '../variant.js';

export default {
  rule: 'uapi-size-too-small',
  summary: 'A structure that is too short has to be mapped as far as one that is not.',
  core: {
    readUserSize: (core, memory, address) => {
      const userSize = readUserSize(core, memory, address);
      return memory.read(address, INFO_STRUCT.length) === null && (userSize ?? 0) < INFO_STRUCT.length ? null : userSize;
    },
  },
} satisfies BrokenVariant;
