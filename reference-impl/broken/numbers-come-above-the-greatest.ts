import { allocateNumber, MAX_DEVICES, TAKEN } from '../core/numbering.js';
import type { BrokenVariant } from '../variant.js';

export default {
  rule: 'lifetime-number-held-by-files',
  summary: 'A new device gets the number above the greatest that is taken, while there is one.',
  core: {
    allocateNumber: (core) => {
      const number = core.numbers.lastIndexOf(TAKEN) + 1;
      if (number === MAX_DEVICES) return allocateNumber(core);
      core.numbers[number] = TAKEN;
      return number;
    },
  },
} satisfies BrokenVariant;
