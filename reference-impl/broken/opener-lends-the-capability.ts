import { mayUseScope } from '../core/scope.js';
import type { BrokenVariant } from '../variant.js';

export default {
  rule: 'scope-capability-of-caller',
  summary: 'The capability of whoever opened the file counts as well.',
  core: {
    mayUseScope: (core, command, scope) =>
      mayUseScope(core, command, scope) || mayUseScope(core, { ...command, task: command.file.origin.opener }, scope),
  },
} satisfies BrokenVariant;
