import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { modelledBmcWith } from '../bmc-device.js';
import { leastScopeOf } from '../driver/admission.js';

/** Breaks lockdown-no-host-memory. */
export default {
  rule: 'lockdown-no-host-memory',
  summary: 'For debug write a window into the memory of the host may be mapped.',
  devices: modelledBmcWith({
    driver: { leastScopeOf: (command) => (command === 'Map Host Window' ? 'debug write' : leastScopeOf(command)) },
  }),
  model: 'bmc',
} satisfies BrokenVariant;
