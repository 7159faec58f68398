import type { Core } from '../core/core.js';
import { admitScope } from '../core/scope.js';
import type { BrokenVariant } from '../variant.js';

const logged = new WeakSet<Core>();

export default {
  rule: 'taint-logged-once',
  summary: 'The first debug write is logged, and the first full debug access after it.',
  core: {
    admitScope: (core, command, number) => {
      const before = core.tainted;
      const admitted = admitScope(core, command, number);
      if (!admitted.ok || admitted.value !== 'debug write full' || logged.has(core)) return admitted;
      logged.add(core);
      const text = core.parts.taintMessage(core, command.task, command.file.device);
      if (before) core.kernel.log.push({ level: 'warning', text });
      return admitted;
    },
  },
} satisfies BrokenVariant;
