import type { BrokenVariant } from '../variant.js';

export default {
  rule: 'lifetime-unregister-closes-contexts',
  summary: 'Unregistering ends the user context of the first open file only.',
  core: {
    closeAllContexts: async (core, device) => {
      for (const file of [...device.files].slice(0, 1)) await core.parts.closeUctx(core, file);
    },
  },
} satisfies BrokenVariant;
