import { findIoctl } from '../core/ioctl.js';
import type { BrokenVariant } from '../variant.js';

export default {
  rule: 'uapi-unknown-number',
  summary: 'Of the number of an ioctl the low six bits count.',
  core: {
    findIoctl: (core, request) => findIoctl(core, request & ~0xc0),
  },
} satisfies BrokenVariant;
