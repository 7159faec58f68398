import { classEntry } from '../core/class-tree.js';
import type { BrokenVariant } from '../variant.js';

export default {
  rule: 'discovery-class-and-node',
  summary: 'The class entry carries another device number than the node.',
  core: {
    classEntry: (core, device) => ({ ...classEntry(core, device), deviceNumber: `0:${device.number}` }),
  },
} satisfies BrokenVariant;
