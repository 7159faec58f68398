import { isListedRelease } from '../core/block-list.js';
import type { FwctlDevice } from '../core/device.js';
import type { BrokenVariant } from '../variant.js';

const wereListed = new WeakSet<FwctlDevice>();

export default {
  rule: 'kernel-block-ends-with-a-fix',
  summary: 'What was once blocked for the release that a device ran stays blocked, whatever it runs.',
  core: {
    isListedRelease: (core, entry, device) => {
      if (isListedRelease(core, entry, device)) wereListed.add(device);
      return wereListed.has(device);
    },
  },
} satisfies BrokenVariant;
