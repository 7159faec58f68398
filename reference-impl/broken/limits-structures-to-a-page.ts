import { checkZeroed } from '../core/copy-struct.js';
import type { BrokenVariant } from '../variant.js';

const PAGE = 4096;

export default {
  rule: 'uapi-larger-zero-tail',
  summary: 'A structure longer than a page is refused although its tail is zero.',
  core: {
    checkZeroed: (memory, address, length) => (length >= PAGE ? 'E2BIG' : checkZeroed(memory, address, length)),
  },
} satisfies BrokenVariant;
