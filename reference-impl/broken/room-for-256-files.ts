import { refuse } from '../../kit/result.js';
import { openUctx } from '../core/open-file.js';
import type { BrokenVariant } from '../variant.js';

export default {
  rule: 'lifetime-many-files',
  summary: 'A device can be open 256 times at once.',
  core: {
    openUctx: async (core, device, origin) => (device.files.size >= 256 ? refuse('EBUSY') : openUctx(core, device, origin)),
  },
} satisfies BrokenVariant;
