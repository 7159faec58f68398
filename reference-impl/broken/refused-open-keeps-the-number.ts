import { deviceGet } from '../core/device.js';
import { openUctx } from '../core/open-file.js';
import type { BrokenVariant } from '../variant.js';

export default {
  rule: 'lifetime-number-held-by-files',
  summary: 'An open that the driver refuses leaves a reference to the device.',
  core: {
    openUctx: async (core, device, origin) => {
      const opened = await openUctx(core, device, origin);
      if (!opened.ok) deviceGet(device);
      return opened;
    },
  },
} satisfies BrokenVariant;
