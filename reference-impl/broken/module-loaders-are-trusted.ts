import { mayUseScope } from '../core/scope.js';
import type { BrokenVariant } from '../variant.js';

export default {
  rule: 'scope-full-needs-rawio',
  summary: 'Full debug access is granted to whoever may load modules.',
  core: {
    mayUseScope: (core, command, scope) => mayUseScope(core, command, scope) || command.task.rights.capabilities.includes('CAP_SYS_MODULE'),
  },
} satisfies BrokenVariant;
