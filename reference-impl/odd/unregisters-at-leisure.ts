import { setImmediate } from 'node:timers/promises';
import { waitForCalls } from '../core/registration.js';
import type { Variant } from '../variant.js';

export default {
  summary: 'A device that goes waits for a moment after the last call.',
  core: {
    waitForCalls: async (core, device) => {
      await waitForCalls(core, device);
      await setImmediate();
    },
  },
} satisfies Variant;
