import { mayUseScope } from '../core/scope.js';
import type { BrokenVariant } from '../variant.js';

/** Breaks lockdown-takes-nothing-away. */
export default {
  rule: 'lockdown-takes-nothing-away',
  summary: 'Lockdown for confidentiality keeps everybody from debug write.',
  core: {
    mayUseScope: (core, command, scope) =>
      mayUseScope(core, command, scope) && !(core.kernel.lockdown === 'confidentiality' && scope === 'debug write'),
  },
} satisfies BrokenVariant;
