import type { FwctlDevice } from '../core/device.js';
import { fopsRelease } from '../core/open-file.js';
import { forgetDriver } from '../core/registration.js';
import type { BrokenVariant } from '../variant.js';

const gone = new WeakMap<FwctlDevice, FwctlDevice['ops']>();

export default {
  rule: 'lifetime-no-ops-after-unregister',
  summary: 'Closing an orphaned file calls the driver once more.',
  core: {
    forgetDriver: (core, device) => {
      gone.set(device, device.ops);
      forgetDriver(core, device);
    },
    fopsRelease: async (core, file) => {
      await gone.get(file.device)?.closeUctx(file.context);
      await fopsRelease(core, file);
    },
  },
} satisfies BrokenVariant;
