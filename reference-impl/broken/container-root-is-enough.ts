import { CAP_SYS_RAWIO } from '../../kit/uapi/ioctl.js';
import { mayUseScope } from '../core/scope.js';
import type { BrokenVariant } from '../variant.js';

export default {
  rule: 'scope-initial-user-namespace',
  summary: 'The capability counts in any user namespace.',
  core: {
    mayUseScope: (core, command, scope) => mayUseScope(core, command, scope) || command.task.rights.capabilities.includes(CAP_SYS_RAWIO),
  },
} satisfies BrokenVariant;
