import type { Variant } from '../variant.js';

export default {
  summary: 'The log line about the taint has other words, and says the same.',
  core: {
    taintMessage: (_core, task, device) =>
      `fwctl ${device.name}: ${task.comm} (${task.pid}): this process asked for full access to the physical device and got it`,
  },
} satisfies Variant;
