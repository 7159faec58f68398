import { CAP_SYS_RAWIO } from '../../kit/uapi/ioctl.js';
import { mayUseScope } from '../core/scope.js';
import { capable } from '../core/task.js';
import type { BrokenVariant } from '../variant.js';

export default {
  rule: 'scope-lower-need-no-capability',
  summary: 'Read-only debug asks for CAP_SYS_RAWIO too.',
  core: {
    mayUseScope: (core, command, scope) =>
      mayUseScope(core, command, scope) && (scope !== 'debug read only' || capable(command.task, CAP_SYS_RAWIO)),
  },
} satisfies BrokenVariant;
