import { ok } from '../../kit/result.js';
import { openUctx } from '../core/open-file.js';
import type { BrokenVariant } from '../variant.js';

export default {
  rule: 'lifetime-context-per-open',
  summary: 'A process that opens a device for the third time gets a user context that it has.',
  core: {
    openUctx: async (core, device, origin) => {
      const earlier = [...device.files].filter((file) => file.origin.opener === origin.opener);
      return earlier[1] === undefined ? openUctx(core, device, origin) : ok(earlier[1].context);
    },
  },
} satisfies BrokenVariant;
