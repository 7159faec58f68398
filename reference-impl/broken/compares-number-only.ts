import type { BrokenVariant } from '../variant.js';

export default {
  rule: 'uapi-ioctl-numbers',
  summary: 'Only the number of an ioctl is compared, not its type, size or direction.',
  core: {
    findIoctl: (core, request) => core.table[request & 0xff] ?? null,
  },
} satisfies BrokenVariant;
