import { mayUseScope } from '../core/scope.js';
import type { BrokenVariant } from '../variant.js';

export default {
  rule: 'taint-debug-write',
  summary: 'After a full debug access that was refused for the capability nothing taints any more.',
  core: {
    mayUseScope: (core, command, scope) => {
      const may = mayUseScope(core, command, scope);
      if (!may) core.tainted = true;
      return may;
    },
  },
} satisfies BrokenVariant;
