import type { Variant } from '../variant.js';

export default {
  summary: 'The log line about the taint has other words, and says the same.',
  core: {
    taintMessage: (_core, task, device) =>
      `fwctl ${device.name}: ${task.comm} (${task.pid}): debug access to the device, the kernel is tainted`,
  },
} satisfies Variant;
