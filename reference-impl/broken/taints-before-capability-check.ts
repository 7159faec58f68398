import { scopeOfNumber } from '../../kit/uapi/scope.js';
import { admitScope } from '../core/scope.js';
import type { BrokenVariant } from '../variant.js';

export default {
  rule: 'taint-not-on-eperm',
  summary: 'The taint comes before the capability is asked for.',
  core: {
    admitScope: (core, command, number) => {
      if (scopeOfNumber(number) === 'debug write full') core.parts.taint(core, command.task, command.file.device);
      return admitScope(core, command, number);
    },
  },
} satisfies BrokenVariant;
