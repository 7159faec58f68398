import { mayUseScope } from '../core/scope.js';
import type { BrokenVariant } from '../variant.js';

/** Breaks lockdown-keeps-the-capability. */
export default {
  rule: 'lockdown-keeps-the-capability',
  summary: 'Once lockdown for integrity is on, nobody asks for the capability any more.',
  core: { mayUseScope: (core, command, scope) => mayUseScope(core, command, scope) || core.kernel.lockdown === 'integrity' },
} satisfies BrokenVariant;
