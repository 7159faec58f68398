import { refuse } from '../../kit/result.js';
import { copyRequest } from '../core/rpc.js';
import type { BrokenVariant } from '../variant.js';

export default {
  rule: 'uapi-enomem',
  summary: 'A request that there is no memory for is EFAULT.',
  core: {
    copyRequest: (core, command, length) => (core.kernel.memoryPressure ? refuse('EFAULT') : copyRequest(core, command, length)),
  },
} satisfies BrokenVariant;
