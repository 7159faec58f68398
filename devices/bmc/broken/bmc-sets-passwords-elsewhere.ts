import { ipmiCommandName } from '../../../kit/formats/ipmi/commands.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { modelledBmcWith } from '../bmc-device.js';
import { leastScopeElsewhere } from '../driver/admission.js';

/** Breaks isolation-no-other-hosts. */
export default {
  rule: 'isolation-no-other-hosts',
  summary: 'The password of a user of another host may be set like one of this host.',
  devices: modelledBmcWith({
    driver: {
      leastScopeElsewhere: (parts, request) =>
        request !== null && ipmiCommandName(request.number) === 'Set User Password' ? 'configuration' : leastScopeElsewhere(parts, request),
    },
  }),
  model: 'bmc',
} satisfies BrokenVariant;
