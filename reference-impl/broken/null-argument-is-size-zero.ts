import { readUserSize } from '../core/ioctl.js';
import type { BrokenVariant } from '../variant.js';

export default {
  rule: 'uapi-size-first',
  summary: 'A null argument is taken for a structure of size 0.',
  core: {
    readUserSize: (core, memory, address) => (address === 0 ? 0 : readUserSize(core, memory, address)),
  },
} satisfies BrokenVariant;
