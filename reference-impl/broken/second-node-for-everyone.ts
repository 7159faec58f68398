import { deviceNode } from '../core/class-tree.js';
import type { BrokenVariant } from '../variant.js';

export default {
  rule: 'access-root-only-node',
  summary: 'From the second device on, the node is readable and writable for everyone.',
  core: {
    deviceNode: (core, device) => ({ ...deviceNode(core, device), mode: device.number === 0 ? 0o600 : 0o666 }),
  },
} satisfies BrokenVariant;
