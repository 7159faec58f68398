import { checkZeroed } from '../core/copy-struct.js';
import type { BrokenVariant } from '../variant.js';

export default {
  rule: 'uapi-unreadable-structure',
  summary: 'A tail that cannot be read is taken for zeros.',
  core: {
    checkZeroed: (memory, address, length) => {
      const answer = checkZeroed(memory, address, length);
      return answer === 'EFAULT' ? null : answer;
    },
  },
} satisfies BrokenVariant;
