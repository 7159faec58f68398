import { CAP_SYS_RAWIO, FWCTL_RPC, RPC_STRUCT } from '../../kit/uapi/ioctl.js';
import { SCOPE_NUMBERS } from '../../kit/uapi/scope.js';
import { fopsIoctl } from '../core/ioctl.js';
import { capable } from '../core/task.js';
import { readU32 } from '../core/words.js';
import type { BrokenVariant } from '../variant.js';

export default {
  rule: 'lifetime-unplug-enodev',
  summary: 'On an orphaned file full debug access without the capability is EPERM.',
  core: {
    fopsIoctl: async (core, file, task, request, address, memory) => {
      const outcome = await fopsIoctl(core, file, task, request, address, memory);
      const structure = memory.read(address, RPC_STRUCT.length);
      const isFull = structure !== null && readU32(structure, RPC_STRUCT.scope) === SCOPE_NUMBERS['debug write full'];
      const isOrphaned = !outcome.ok && outcome.errno === 'ENODEV';
      return isOrphaned && isFull && request === FWCTL_RPC && !capable(task, CAP_SYS_RAWIO) ? { ok: false, errno: 'EPERM' } : outcome;
    },
  },
} satisfies BrokenVariant;
