import { mayUseScope } from '../core/scope.js';
import type { BrokenVariant } from '../variant.js';

export default {
  rule: 'scope-capability-of-caller',
  summary: 'Full debug access asks for the capability in whoever opened the file as well.',
  core: {
    mayUseScope: (core, command, scope) =>
      [command.task, command.file.origin.opener].every((task) => mayUseScope(core, { ...command, task }, scope)),
  },
} satisfies BrokenVariant;
