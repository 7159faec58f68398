import { CAP_SYS_RAWIO, RPC_STRUCT } from '../../kit/uapi/ioctl.js';
import { mayUseScope } from '../core/scope.js';
import { capable } from '../core/task.js';
import { readU32 } from '../core/words.js';
import type { BrokenVariant } from '../variant.js';

const LONG = 8192;

export default {
  rule: 'scope-lower-need-no-capability',
  summary: 'Read-only debug asks for CAP_SYS_RAWIO too, when the request is 8 KiB long or longer.',
  core: {
    mayUseScope: (core, command, scope) => {
      const isAsked = scope === 'debug read only' && readU32(command.cmd, RPC_STRUCT.inLen) >= LONG;
      return mayUseScope(core, command, scope) && (!isAsked || capable(command.task, CAP_SYS_RAWIO));
    },
  },
} satisfies BrokenVariant;
