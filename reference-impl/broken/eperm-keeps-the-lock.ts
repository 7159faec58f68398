import { mayUseScope } from '../core/scope.js';
import type { BrokenVariant } from '../variant.js';

export default {
  rule: 'lifetime-unregister-does-not-wait-for-files',
  summary: 'A caller who is refused for the capability leaves the registration lock taken.',
  core: {
    mayUseScope: (core, command, scope) => {
      const may = mayUseScope(core, command, scope);
      if (!may) command.file.device.registration.readLock();
      return may;
    },
  },
} satisfies BrokenVariant;
