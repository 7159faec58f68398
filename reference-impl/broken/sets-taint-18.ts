import type { BrokenVariant } from '../variant.js';

export default {
  rule: 'taint-bit-and-letter',
  summary: 'The flag of the auxiliary taint, 18, is set instead of 19.',
  core: {
    addTaint: (core) => {
      core.kernel.taint |= 1 << 18;
    },
  },
} satisfies BrokenVariant;
