import { closeUctx } from '../core/open-file.js';
import type { BrokenVariant } from '../variant.js';

export default {
  rule: 'lifetime-close-once',
  summary: 'Closing a file ends the user context that was opened last.',
  core: {
    closeUctx: async (core, file) => {
      const youngest = [...file.device.files].at(-1) ?? file;
      await closeUctx(core, core.registered.has(file.device.name) ? youngest : file);
    },
  },
} satisfies BrokenVariant;
