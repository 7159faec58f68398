import { refuse } from '../../kit/result.js';
import { requestMemory } from '../core/rpc.js';
import type { BrokenVariant } from '../variant.js';

export default {
  rule: 'uapi-enomem',
  summary: 'A request that there is no memory for is EFAULT.',
  core: {
    requestMemory: (core, length) => (core.kernel.memoryPressure ? refuse('EFAULT') : requestMemory(core, length)),
  },
} satisfies BrokenVariant;
