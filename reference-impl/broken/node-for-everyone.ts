import { deviceNode } from '../core/class-tree.js';
import type { BrokenVariant } from '../variant.js';

export default {
  rule: 'access-root-only-node',
  summary: 'The node is readable and writable for everyone.',
  core: {
    deviceNode: (core, device) => ({ ...deviceNode(core, device), mode: 0o666 }),
  },
} satisfies BrokenVariant;
