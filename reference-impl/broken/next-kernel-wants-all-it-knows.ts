import type { BrokenVariant } from '../variant.js';

export default {
  rule: 'kernel-next-release',
  summary: 'A structure has to be as long as the kernel knows it, also where it has grown.',
  core: { checkUserSize: (_core, entry, userSize) => (userSize < entry.size ? 'EINVAL' : null) },
} satisfies BrokenVariant;
