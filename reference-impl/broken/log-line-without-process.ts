import type { BrokenVariant } from '../variant.js';

export default {
  rule: 'taint-log-line',
  summary: 'The log line does not say which process asked.',
  core: {
    taintMessage: (_core, _task, device) => `fwctl ${device.name}: asked for full access to the physical device`,
  },
} satisfies BrokenVariant;
