import { mayUseScope } from '../core/scope.js';
import type { BrokenVariant } from '../variant.js';

export default {
  rule: 'taint-not-on-eperm',
  summary: 'A caller who is refused for the capability leaves a line for information in the kernel log.',
  core: {
    mayUseScope: (core, command, scope) => {
      const may = mayUseScope(core, command, scope);
      if (!may) core.kernel.log.push({ level: 'info', text: `fwctl: ${command.task.comm} refused` });
      return may;
    },
  },
} satisfies BrokenVariant;
