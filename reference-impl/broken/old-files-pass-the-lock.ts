import { type FileOrigin, openUctx } from '../core/open-file.js';
import { mayUseScope } from '../core/scope.js';
import type { BrokenVariant } from '../variant.js';

const old = new WeakSet<FileOrigin>();

export default {
  rule: 'lockdown-keeps-the-capability',
  summary: 'Once lockdown for confidentiality is on, nobody asks for the capability on files that were open before.',
  core: {
    openUctx: (core, device, origin) => {
      if (core.kernel.lockdown === null) old.add(origin);
      return openUctx(core, device, origin);
    },
    mayUseScope: (core, command, scope) =>
      mayUseScope(core, command, scope) || (core.kernel.lockdown === 'confidentiality' && old.has(command.file.origin)),
  },
} satisfies BrokenVariant;
