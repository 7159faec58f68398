import type { Kernel } from '../core/core.js';
import { allocate } from '../core/memory.js';
import type { BrokenVariant } from '../variant.js';

const exhausted = new WeakSet<Kernel>();

export default {
  rule: 'uapi-enomem',
  summary: 'When there was no memory once there is none any more.',
  core: {
    allocate: (core, what) => {
      const memory = exhausted.has(core.kernel) && what !== 'a device' ? null : allocate(core, what);
      if (memory === null) exhausted.add(core.kernel);
      return memory;
    },
  },
} satisfies BrokenVariant;
