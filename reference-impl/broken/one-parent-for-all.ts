import { classEntry } from '../core/class-tree.js';
import type { BrokenVariant } from '../variant.js';

export default {
  rule: 'discovery-parent-link',
  summary: 'Every class entry links to the same virtual device.',
  core: {
    classEntry: (core, device) => ({ ...classEntry(core, device), parent: 'virtual/fwctl' }),
  },
} satisfies BrokenVariant;
