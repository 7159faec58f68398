import { refuse } from '../../kit/result.js';
import { removeModule } from '../core/module.js';
import type { BrokenVariant } from '../variant.js';

export default {
  rule: 'kernel-module-goes',
  summary: 'An open file refers to the module of the driver, which cannot be removed then.',
  core: {
    removeModule: async (core, module) => {
      const isInUse = [...module.devices].some(({ files }) => files.size > 0);
      return isInUse ? refuse('EAGAIN') : removeModule(core, module);
    },
  },
} satisfies BrokenVariant;
