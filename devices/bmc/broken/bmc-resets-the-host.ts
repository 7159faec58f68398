import { ipmiCommandName } from '../../../kit/formats/ipmi/commands.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { modelledBmcWith } from '../bmc-device.js';
import { leastScope } from '../driver/admission.js';

const HARD_RESET = 3;

/** Breaks lockdown-no-hang. */
export default {
  rule: 'lockdown-no-hang',
  summary: 'Powering the host down needs full debug, and to reset it debug write.',
  devices: modelledBmcWith({
    driver: {
      leastScope: (parts, request) => {
        const isReset = ipmiCommandName(request.number) === 'Chassis Control' && request.data[0] === HARD_RESET;
        return isReset ? 'debug write' : leastScope(parts, request);
      },
    },
  }),
  model: 'bmc',
} satisfies BrokenVariant;
