import type { BrokenVariant } from '../variant.js';

export default {
  rule: 'lifetime-no-open-after-unregister',
  summary: 'The class entry of a device that has gone is left behind.',
  core: {
    removeFromClass: () => undefined,
  },
} satisfies BrokenVariant;
