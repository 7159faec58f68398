import { waitForCalls } from '../core/registration.js';
import type { BrokenVariant } from '../variant.js';

export default {
  rule: 'lifetime-unregister-waits-for-calls',
  summary: 'Unregistering ends the user contexts first and waits for the calls under way then.',
  core: {
    waitForCalls: async (core, device) => {
      await core.parts.closeAllContexts(core, device);
      await waitForCalls(core, device);
    },
  },
} satisfies BrokenVariant;
