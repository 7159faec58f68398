import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { modelledBmcWith } from '../bmc-device.js';
import { leastScopeOf } from '../driver/admission.js';

/** Breaks lockdown-no-hang. */
export default {
  rule: 'lockdown-no-hang',
  summary: 'For debug write the host may be powered down.',
  devices: modelledBmcWith({
    driver: { leastScopeOf: (command) => (command === 'Chassis Control' ? 'debug write' : leastScopeOf(command)) },
  }),
  model: 'bmc',
} satisfies BrokenVariant;
