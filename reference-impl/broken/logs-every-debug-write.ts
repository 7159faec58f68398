import type { Core } from '../core/core.js';
import type { FwctlDevice } from '../core/device.js';
import { taint } from '../core/taint.js';
import type { BrokenVariant } from '../variant.js';

const first = new WeakMap<Core, FwctlDevice>();

export default {
  rule: 'taint-logged-once',
  summary: 'A device that has been logged is logged again with every debug write.',
  core: {
    taint: (core, task, device) => {
      if (first.get(core) === device) core.kernel.log.push({ level: 'warning', text: core.parts.taintMessage(core, task, device) });
      else if (!core.tainted) first.set(core, device);
      taint(core, task, device);
    },
  },
} satisfies BrokenVariant;
