import { checkZeroed } from '../core/copy-struct.js';
import type { BrokenVariant } from '../variant.js';

export default {
  rule: 'uapi-larger-nonzero-tail',
  summary: 'Of the unknown part only the first eight bytes are compared with zero.',
  core: {
    checkZeroed: (memory, address, length) => {
      const seen = checkZeroed(memory, address, Math.min(length, 8));
      return seen ?? (memory.read(address, length) === null ? 'EFAULT' : null);
    },
  },
} satisfies BrokenVariant;
