import { deviceNode } from '../core/class-tree.js';
import { MAX_DEVICES } from '../core/numbering.js';
import type { BrokenVariant } from '../variant.js';

export default {
  rule: 'discovery-class-and-node',
  summary: 'From the second device on, the node carries another device number than the class entry.',
  core: {
    deviceNode: (core, device) => {
      const number = device.number === 0 ? 0 : device.number + MAX_DEVICES;
      return { ...deviceNode(core, device), deviceNumber: deviceNode(core, { ...device, number }).deviceNumber };
    },
  },
} satisfies BrokenVariant;
