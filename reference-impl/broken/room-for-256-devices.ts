import { allocateNumber, TAKEN } from '../core/numbering.js';
import type { BrokenVariant } from '../variant.js';

export default {
  rule: 'discovery-device-limit',
  summary: 'There is room for 256 devices.',
  core: {
    allocateNumber: (core) => (core.numbers[255] === TAKEN ? null : allocateNumber(core)),
  },
} satisfies BrokenVariant;
