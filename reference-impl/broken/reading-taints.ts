import type { BrokenVariant } from '../variant.js';

export default {
  rule: 'taint-not-for-lower-scopes',
  summary: 'Read-only debug taints as well.',
  core: {
    scopeTaints: (_core, scope) => scope !== 'configuration',
  },
} satisfies BrokenVariant;
