import { ipmiCommandName } from '../../../kit/formats/ipmi/commands.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { modelledBmcWith } from '../bmc-device.js';
import { leastScope } from '../driver/admission.js';

/** Breaks driver-unknown-needs-full. */
export default {
  rule: 'driver-unknown-needs-full',
  summary: 'A command that the driver does not know counts as debugging that writes.',
  devices: modelledBmcWith({
    driver: {
      leastScope: (parts, request) => (ipmiCommandName(request.number) === undefined ? 'debug write' : leastScope(parts, request)),
    },
  }),
  model: 'bmc',
} satisfies BrokenVariant;
