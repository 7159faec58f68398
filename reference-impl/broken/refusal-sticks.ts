import type { FwctlDevice } from '../core/device.js';
import { openUctx } from '../core/open-file.js';
import type { BrokenVariant } from '../variant.js';

const refused = new WeakMap<FwctlDevice, Awaited<ReturnType<typeof openUctx>>>();

export default {
  rule: 'lifetime-open-refusal',
  summary: 'A device whose driver refused one open refuses all later ones.',
  core: {
    openUctx: async (core, device, origin) => {
      const opened = refused.get(device) ?? (await openUctx(core, device, origin));
      if (!opened.ok) refused.set(device, opened);
      return opened;
    },
  },
} satisfies BrokenVariant;
