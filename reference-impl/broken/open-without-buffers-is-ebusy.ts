import { refuse } from '../../kit/result.js';
import { openUctx } from '../core/open-file.js';
import type { BrokenVariant } from '../variant.js';

export default {
  rule: 'lifetime-open-refusal',
  summary: 'EAGAIN from the open operation of the driver reaches the caller as EBUSY.',
  core: {
    openUctx: async (core, device, origin) => {
      const opened = await openUctx(core, device, origin);
      return !opened.ok && opened.errno === 'EAGAIN' ? refuse('EBUSY') : opened;
    },
  },
} satisfies BrokenVariant;
