import { mayUseScope } from '../core/scope.js';
import type { BrokenVariant } from '../variant.js';

export default {
  rule: 'access-mode-of-open',
  summary: 'A file that was opened for reading takes no RPCs that read debug data.',
  core: {
    mayUseScope: (core, command, scope) =>
      mayUseScope(core, command, scope) && (command.file.origin.mode !== 'read-only' || scope !== 'debug read only'),
  },
} satisfies BrokenVariant;
