import type { FwctlDevice } from '../core/device.js';
import { taint } from '../core/taint.js';
import type { BrokenVariant } from '../variant.js';

const logged = new WeakSet<FwctlDevice>();

export default {
  rule: 'taint-shared-by-devices',
  summary: 'Every device logs its own first debug write.',
  core: {
    taint: (core, task, device) => {
      if (core.tainted && !logged.has(device))
        core.kernel.log.push({ level: 'warning', text: core.parts.taintMessage(core, task, device) });
      logged.add(device);
      taint(core, task, device);
    },
  },
} satisfies BrokenVariant;
