import type { OpenFile } from '../core/open-file.js';
import { mayUseScope } from '../core/scope.js';
import type { BrokenVariant } from '../variant.js';

const refused = new WeakSet<OpenFile>();

export default {
  rule: 'scope-full-needs-rawio',
  summary: 'Who was refused for the capability is admitted when he tries again on the same file.',
  core: {
    mayUseScope: (core, command, scope) => {
      const may = mayUseScope(core, command, scope) || refused.has(command.file);
      if (!may) refused.add(command.file);
      return may;
    },
  },
} satisfies BrokenVariant;
