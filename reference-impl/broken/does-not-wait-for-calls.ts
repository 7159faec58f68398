import type { BrokenVariant } from '../variant.js';

export default {
  rule: 'lifetime-unregister-waits-for-calls',
  summary: 'Unregistering comes back while a call is under way.',
  core: {
    waitForCalls: async () => undefined,
  },
} satisfies BrokenVariant;
