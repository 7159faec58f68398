import type { Variant } from '../variant.js';

export default {
  summary: 'A device that goes ends the newest user context first.',
  core: {
    closeAllContexts: async (core, device) => {
      for (const file of [...device.files].reverse()) await core.parts.closeUctx(core, file);
    },
  },
} satisfies Variant;
