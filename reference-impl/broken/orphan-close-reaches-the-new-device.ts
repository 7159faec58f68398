import { fopsRelease } from '../core/open-file.js';
import type { BrokenVariant } from '../variant.js';

export default {
  rule: 'lifetime-replug-is-new',
  summary: 'Closing an orphaned file ends a user context of a device that has come since.',
  core: {
    fopsRelease: async (core, file) => {
      if (file.device.ops === null) {
        const [next] = [...core.registered.values()].flatMap(({ files }) => [...files]);
        if (next !== undefined) await core.parts.closeUctx(core, next);
      }
      await fopsRelease(core, file);
    },
  },
} satisfies BrokenVariant;
