import { classEntry, deviceNode } from '../core/class-tree.js';
import type { Variant } from '../variant.js';

export default {
  summary: 'The character devices have another major number, which any kernel may give them.',
  core: {
    classEntry: (core, device) => ({ ...classEntry(core, device), deviceNumber: `240:${device.number}` }),
    deviceNode: (core, device) => ({ ...deviceNode(core, device), deviceNumber: `240:${device.number}` }),
  },
} satisfies Variant;
