import { admitScope } from '../core/scope.js';
import type { BrokenVariant } from '../variant.js';

export default {
  rule: 'taint-bit-and-letter',
  summary: 'Full debug access sets the flag of the auxiliary taint, 18, as well.',
  core: {
    admitScope: (core, command, number) => {
      const admitted = admitScope(core, command, number);
      if (admitted.ok && admitted.value === 'debug write full') core.kernel.taint |= 1 << 18;
      return admitted;
    },
  },
} satisfies BrokenVariant;
