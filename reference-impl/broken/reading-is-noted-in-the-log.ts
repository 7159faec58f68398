import { SCOPE_NUMBERS } from '../../kit/uapi/scope.js';
import { admitScope } from '../core/scope.js';
import type { BrokenVariant } from '../variant.js';

export default {
  rule: 'taint-not-for-lower-scopes',
  summary: 'Read-only debug writes a line for information into the kernel log.',
  core: {
    admitScope: (core, command, number) => {
      if (number === SCOPE_NUMBERS['debug read only']) core.kernel.log.push({ level: 'info', text: `fwctl: ${command.task.comm} reads` });
      return admitScope(core, command, number);
    },
  },
} satisfies BrokenVariant;
