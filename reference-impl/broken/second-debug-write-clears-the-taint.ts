import { TAINT_FWCTL_BIT } from '../../kit/uapi/ioctl.js';
import { taint } from '../core/taint.js';
import type { BrokenVariant } from '../variant.js';

export default {
  rule: 'taint-permanent',
  summary: 'A further debug write clears the taint of the first.',
  core: {
    taint: (core, task, device) => {
      if (core.tainted) core.kernel.taint &= ~(1 << TAINT_FWCTL_BIT);
      taint(core, task, device);
    },
  },
} satisfies BrokenVariant;
