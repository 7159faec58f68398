import { CAP_SYS_RAWIO } from '../../kit/uapi/ioctl.js';
import { SCOPE_NUMBERS } from '../../kit/uapi/scope.js';
import { admitScope } from '../core/scope.js';
import { capable } from '../core/task.js';
import type { BrokenVariant } from '../variant.js';

export default {
  rule: 'taint-debug-write',
  summary: 'Only callers who could use the full scope taint the kernel with a debug write.',
  core: {
    admitScope: (core, command, number) => {
      const unnoticed = number === SCOPE_NUMBERS['debug write'] && !capable(command.task, CAP_SYS_RAWIO);
      if (!unnoticed) return admitScope(core, command, number);
      return admitScope({ ...core, parts: { ...core.parts, taint: () => undefined } }, command, number);
    },
  },
} satisfies BrokenVariant;
