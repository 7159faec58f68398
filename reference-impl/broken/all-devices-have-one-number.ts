import { classEntry, deviceNode } from '../core/class-tree.js';
import type { BrokenVariant } from '../variant.js';

export default {
  rule: 'discovery-class-and-node',
  summary: 'Class entry and node of every device carry the same device number.',
  core: {
    classEntry: (core, device) => classEntry(core, { ...device, number: 0 }),
    deviceNode: (core, device) => ({ ...deviceNode(core, device), deviceNumber: deviceNode(core, { ...device, number: 0 }).deviceNumber }),
  },
} satisfies BrokenVariant;
