import { RPC_STRUCT } from '../../kit/uapi/ioctl.js';
import { SCOPE_NUMBERS } from '../../kit/uapi/scope.js';
import { copyStructFromUser } from '../core/copy-struct.js';
import { readU32 } from '../core/words.js';
import type { BrokenVariant } from '../variant.js';

export default {
  rule: 'taint-not-on-format-errors',
  summary: 'Full debug access taints before its structure has been checked.',
  core: {
    copyStructFromUser: (core, memory, address, userSize, knownSize) => {
      const copied = copyStructFromUser(core, memory, address, userSize, knownSize);
      const scope = memory.read(address + RPC_STRUCT.scope, 4);
      if (!copied.ok && scope !== null && readU32(scope, 0) === SCOPE_NUMBERS['debug write full']) core.parts.addTaint(core);
      return copied;
    },
  },
} satisfies BrokenVariant;
