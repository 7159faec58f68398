import { CAP_SYS_RAWIO } from '../../kit/uapi/ioctl.js';
import { mayUseScope } from '../core/scope.js';
import { capable } from '../core/task.js';
import type { BrokenVariant } from '../variant.js';

const trusted = new WeakSet<object>();

export default {
  rule: 'scope-capability-at-call-time',
  summary: 'A process that had the capability once keeps its effect.',
  core: {
    mayUseScope: (core, command, scope) => {
      if (capable(command.task, CAP_SYS_RAWIO)) trusted.add(command.task);
      return trusted.has(command.task) || mayUseScope(core, command, scope);
    },
  },
} satisfies BrokenVariant;
