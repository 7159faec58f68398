import { ipmiCommandName } from '../../../kit/formats/ipmi/commands.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { modelledBmcWith } from '../bmc-device.js';

/** Breaks isolation-no-other-hosts. */
export default {
  rule: 'isolation-no-other-hosts',
  summary: 'What is passed on to another host needs no more than it would need here.',
  devices: modelledBmcWith({
    driver: {
      leastScopeElsewhere: ({ leastScopeOf }, request) => {
        const command = request === null ? undefined : ipmiCommandName(request.number);
        return command === undefined ? null : leastScopeOf(command);
      },
    },
  }),
  model: 'bmc',
} satisfies BrokenVariant;
