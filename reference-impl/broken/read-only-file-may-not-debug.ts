import { mayUseScope } from '../core/scope.js';
import type { BrokenVariant } from '../variant.js';

export default {
  rule: 'access-mode-of-open',
  summary: 'A file that was opened for reading takes no debug writes.',
  core: {
    mayUseScope: (core, command, scope) =>
      mayUseScope(core, command, scope) && !(command.file.origin.mode === 'read-only' && core.parts.scopeTaints(core, scope)),
  },
} satisfies BrokenVariant;
