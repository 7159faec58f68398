import { readUserSize } from '../core/ioctl.js';
import type { Variant } from '../variant.js';

export default {
  summary: 'Before the size is read, it is seen to be readable.',
  core: {
    readUserSize: (core, memory, address) => (memory.read(address, 1) === null ? null : readUserSize(core, memory, address)),
  },
} satisfies Variant;
