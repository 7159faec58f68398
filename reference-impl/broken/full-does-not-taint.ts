import { admitScope } from '../core/scope.js';
import type { BrokenVariant } from '../variant.js';

export default {
  rule: 'taint-full',
  summary: 'Full debug access is logged and leaves no taint.',
  core: {
    admitScope: (core, command, number) => {
      const { taint } = core.kernel;
      const admitted = admitScope(core, command, number);
      if (admitted.ok && admitted.value === 'debug write full') core.kernel.taint = taint;
      return admitted;
    },
  },
} satisfies BrokenVariant;
