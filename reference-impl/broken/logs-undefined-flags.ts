import { checkInfoFlags } from '../core/info.js';
import type { BrokenVariant } from '../variant.js';

export default {
  rule: 'discovery-info-no-side-effects',
  summary: 'FWCTL_INFO with a flag that is not defined writes a warning into the kernel log.',
  core: {
    checkInfoFlags: (core, flags) => {
      if (flags !== 0) core.kernel.log.push({ level: 'warning', text: `fwctl: flags ${flags}` });
      return checkInfoFlags(core, flags);
    },
  },
} satisfies BrokenVariant;
