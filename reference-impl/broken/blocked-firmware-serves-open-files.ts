import { isBlocked } from '../core/block-list.js';
import type { BrokenVariant } from '../variant.js';

export default {
  rule: 'kernel-blocks-firmware',
  summary: 'Which release of the firmware runs does not matter while a file of the device is open.',
  core: {
    isBlocked: (core, device) => {
      const blocked = core.kernel.blocked.filter(({ kind }) => kind !== 'firmware' || device.files.size === 0);
      return isBlocked({ ...core, kernel: { ...core.kernel, blocked } }, device);
    },
  },
} satisfies BrokenVariant;
