import { checkInfoFlags } from '../core/info.js';
import type { BrokenVariant } from '../variant.js';

export default {
  rule: 'discovery-info-flags',
  summary: 'Of the flags of FWCTL_INFO only the lowest is looked at.',
  core: {
    checkInfoFlags: (core, flags) => checkInfoFlags(core, flags & 1),
  },
} satisfies BrokenVariant;
