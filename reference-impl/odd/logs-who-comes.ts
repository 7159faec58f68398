import { addToClass } from '../core/class-tree.js';
import type { Variant } from '../variant.js';

export default {
  summary: 'The log tells of each device that appears.',
  core: {
    addToClass: (core, device) => {
      core.kernel.log.push({ level: 'info', text: `${device.parent}: ${device.name} is there` });
      addToClass(core, device);
    },
  },
} satisfies Variant;
