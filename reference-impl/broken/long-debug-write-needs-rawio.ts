import { RPC_STRUCT } from '../../kit/uapi/ioctl.js';
import { mayUseScope } from '../core/scope.js';
import { readU32 } from '../core/words.js';
import type { BrokenVariant } from '../variant.js';

export default {
  rule: 'scope-lower-need-no-capability',
  summary: 'A debug write longer than a page asks for CAP_SYS_RAWIO.',
  core: {
    mayUseScope: (core, command, scope) => {
      const isLong = scope === 'debug write' && readU32(command.cmd, RPC_STRUCT.inLen) > 4096;
      return mayUseScope(core, command, isLong ? 'debug write full' : scope);
    },
  },
} satisfies BrokenVariant;
