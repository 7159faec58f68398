import { fopsRelease } from '../core/open-file.js';
import type { BrokenVariant } from '../variant.js';

export default {
  rule: 'lifetime-number-held-by-files',
  summary: 'The number of a device that has gone is free when the first of its files is closed.',
  core: {
    fopsRelease: async (core, file) => {
      await fopsRelease(core, file);
      if (file.device.ops === null) core.parts.freeNumber(core, file.device.number);
    },
  },
} satisfies BrokenVariant;
