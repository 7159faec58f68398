import { mayUseScope } from '../core/scope.js';
import { capable } from '../core/task.js';
import type { BrokenVariant } from '../variant.js';

export default {
  rule: 'scope-full-needs-rawio',
  summary: 'CAP_SYS_ADMIN opens the full scope as well.',
  core: {
    mayUseScope: (core, command, scope) => mayUseScope(core, command, scope) || capable(command.task, 'CAP_SYS_ADMIN'),
  },
} satisfies BrokenVariant;
