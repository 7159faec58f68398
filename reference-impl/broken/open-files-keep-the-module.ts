import { fopsRelease, keepFile } from '../core/open-file.js';
import type { BrokenVariant } from '../variant.js';

export default {
  rule: 'kernel-module-goes',
  summary: 'An open file refers to the module of the driver, which cannot be removed then.',
  core: {
    keepFile: (core, file) => {
      keepFile(core, file);
      file.device.module.references += 1;
    },
    fopsRelease: async (core, file) => {
      await fopsRelease(core, file);
      file.device.module.references -= 1;
    },
  },
} satisfies BrokenVariant;
