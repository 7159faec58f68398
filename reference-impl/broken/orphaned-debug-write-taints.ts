import { FWCTL_RPC, RPC_STRUCT } from '../../kit/uapi/ioctl.js';
import { SCOPE_NUMBERS } from '../../kit/uapi/scope.js';
import { fopsIoctl } from '../core/ioctl.js';
import { readU32 } from '../core/words.js';
import type { BrokenVariant } from '../variant.js';

export default {
  rule: 'lifetime-unplug-enodev',
  summary: 'A debug write taints the kernel before it is known that the device is gone.',
  core: {
    fopsIoctl: (core, file, task, request, address, memory) => {
      const structure = memory.read(address, RPC_STRUCT.length);
      const writes = structure !== null && readU32(structure, RPC_STRUCT.scope) === SCOPE_NUMBERS['debug write'];
      if (file.device.ops === null && request === FWCTL_RPC && writes) core.parts.taint(core, task, file.device);
      return fopsIoctl(core, file, task, request, address, memory);
    },
  },
} satisfies BrokenVariant;
