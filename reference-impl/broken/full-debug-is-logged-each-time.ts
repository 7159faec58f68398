import { admitScope } from '../core/scope.js';
import type { BrokenVariant } from '../variant.js';

export default {
  rule: 'taint-logged-once',
  summary: 'Every full debug access is logged, and only debug writes once.',
  core: {
    admitScope: (core, command, number) => {
      const before = core.tainted;
      const admitted = admitScope(core, command, number);
      if (before && admitted.ok && admitted.value === 'debug write full') {
        core.kernel.log.push({ level: 'warning', text: core.parts.taintMessage(core, command.task, command.file.device) });
      }
      return admitted;
    },
  },
} satisfies BrokenVariant;
