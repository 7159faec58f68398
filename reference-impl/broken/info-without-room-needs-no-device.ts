import { FWCTL_INFO, INFO_STRUCT } from '../../kit/uapi/ioctl.js';
import { fopsIoctl, OK } from '../core/ioctl.js';
import { readU32 } from '../core/words.js';
import type { BrokenVariant } from '../variant.js';

export default {
  rule: 'lifetime-unplug-enodev',
  summary: 'FWCTL_INFO without room for device data succeeds on an orphaned file.',
  core: {
    fopsIoctl: async (core, file, task, request, address, memory) => {
      const outcome = await fopsIoctl(core, file, task, request, address, memory);
      const structure = memory.read(address, INFO_STRUCT.length);
      const hasRoom = structure === null || readU32(structure, INFO_STRUCT.deviceDataLen) > 0;
      const isOrphaned = !outcome.ok && outcome.errno === 'ENODEV';
      return isOrphaned && !hasRoom && request === FWCTL_INFO ? OK : outcome;
    },
  },
} satisfies BrokenVariant;
