import { closeAllContexts } from '../core/registration.js';
import type { BrokenVariant } from '../variant.js';

export default {
  rule: 'lifetime-unregister-closes-contexts',
  summary: 'Unregistering a device ends the user contexts of all the others, too.',
  core: {
    closeAllContexts: async (core, device) => {
      for (const ending of [device, ...core.registered.values()]) await closeAllContexts(core, ending);
    },
  },
} satisfies BrokenVariant;
