import { forgetDriver } from '../core/registration.js';
import type { BrokenVariant } from '../variant.js';

export default {
  rule: 'lifetime-number-held-by-files',
  summary: 'The number of a device is free as soon as it has gone.',
  core: {
    forgetDriver: (core, device) => {
      core.parts.freeNumber(core, device.number);
      forgetDriver(core, device);
    },
  },
} satisfies BrokenVariant;
