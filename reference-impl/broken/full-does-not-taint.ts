import type { BrokenVariant } from '../variant.js';

export default {
  rule: 'taint-full',
  summary: 'Full debug access leaves no taint.',
  core: {
    scopeTaints: (_core, scope) => scope === 'debug write',
  },
} satisfies BrokenVariant;
