import { allocateNumber, FREE, TAKEN } from '../core/numbering.js';
import type { BrokenVariant } from '../variant.js';

export default {
  rule: 'discovery-numbering',
  summary: 'Number 3 is given away before number 2.',
  core: {
    allocateNumber: (core) => {
      const number = [0, 1, 3, 2].find((early) => core.numbers[early] === FREE);
      if (number === undefined) return allocateNumber(core);
      core.numbers[number] = TAKEN;
      return number;
    },
  },
} satisfies BrokenVariant;
