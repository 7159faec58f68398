import { SCOPE_NUMBERS } from '../../kit/uapi/scope.js';
import { deliver } from '../core/rpc.js';
import { admitScope } from '../core/scope.js';
import type { BrokenVariant } from '../variant.js';

export default {
  rule: 'taint-before-delivery',
  summary: 'Full debug access taints when the driver has answered.',
  core: {
    admitScope: (core, command, number) => {
      if (number !== SCOPE_NUMBERS['debug write full']) return admitScope(core, command, number);
      return admitScope({ ...core, parts: { ...core.parts, taint: () => undefined } }, command, number);
    },
    deliver: async (core, command, scope, request, outLength) => {
      const answer = await deliver(core, command, scope, request, outLength);
      if (answer.ok && scope === 'debug write full') core.parts.taint(core, command.task, command.file.device);
      return answer;
    },
  },
} satisfies BrokenVariant;
