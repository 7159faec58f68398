import { ipmiCommandName } from '../../../kit/formats/ipmi/commands.js';
import { SEND_MESSAGE } from '../../../kit/formats/ipmi/messages.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { modelledBmcWith } from '../bmc-device.js';
import { leastScope } from '../driver/admission.js';

const LAST_NODE = 2;

/** Breaks isolation-no-other-hosts. */
export default {
  rule: 'isolation-no-other-hosts',
  summary: 'Only for the first of the other hosts is it a matter of full debug to power it down.',
  devices: modelledBmcWith({
    driver: {
      leastScope: (parts, request) => {
        const isMeant = ipmiCommandName(request.number) === 'Send Message' && request.data[SEND_MESSAGE.node] === LAST_NODE;
        return isMeant ? 'debug write' : leastScope(parts, request);
      },
    },
  }),
  model: 'bmc',
} satisfies BrokenVariant;
