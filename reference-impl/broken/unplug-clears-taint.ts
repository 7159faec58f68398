import { forgetDriver } from '../core/registration.js';
import type { BrokenVariant } from '../variant.js';

export default {
  rule: 'taint-permanent',
  summary: 'The taint goes with the device.',
  core: {
    forgetDriver: (core, device) => {
      core.kernel.taint = 0;
      forgetDriver(core, device);
    },
  },
} satisfies BrokenVariant;
