import type { BrokenVariant } from '../variant.js';

export default {
  rule: 'lifetime-no-open-after-unregister',
  summary: 'With the class entry and the node of a device that goes all others vanish.',
  core: {
    removeFromClass: (core) => core.registered.clear(),
  },
} satisfies BrokenVariant;
