import { checkZeroed } from '../core/copy-struct.js';
import type { BrokenVariant } from '../variant.js';

export default {
  rule: 'uapi-unreadable-structure',
  summary: 'A tail of which no byte can be read is taken for zeros.',
  core: {
    checkZeroed: (memory, address, length) => (memory.view(address, 1, 'read') === null ? null : checkZeroed(memory, address, length)),
  },
} satisfies BrokenVariant;
