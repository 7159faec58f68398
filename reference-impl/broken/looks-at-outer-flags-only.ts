import { checkInfoFlags } from '../core/info.js';
import type { BrokenVariant } from '../variant.js';

export default {
  rule: 'discovery-info-flags',
  summary: 'Of the flags of FWCTL_INFO the two bytes in the middle are not looked at.',
  core: {
    checkInfoFlags: (core, flags) => checkInfoFlags(core, flags & 0xff0000ff),
  },
} satisfies BrokenVariant;
