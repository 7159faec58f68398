import { removeFromClass } from '../core/class-tree.js';
import type { Core } from '../core/core.js';
import type { FwctlDevice } from '../core/device.js';
import { register } from '../core/registration.js';
import type { BrokenVariant } from '../variant.js';

const orphaned = new WeakMap<Core, FwctlDevice>();

export default {
  rule: 'lifetime-replug-is-new',
  summary: 'The files of a device that has gone reach the one that comes next.',
  core: {
    removeFromClass: (core, device) => {
      orphaned.set(core, device);
      removeFromClass(core, device);
    },
    register: (core, ops, parent, module) => {
      const orphan = orphaned.get(core);
      if (orphan !== undefined) orphan.ops = ops;
      return register(core, ops, parent, module);
    },
  },
} satisfies BrokenVariant;
