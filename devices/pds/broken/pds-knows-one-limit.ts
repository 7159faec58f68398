import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { pdsWith } from '../pds-device.js';

/** Breaks pds-payload-limits. */
export default {
  rule: 'pds-payload-limits',
  summary: 'What the firmware takes is the limit of what it gives, too.',
  devices: pdsWith({
    checkLengths: ({ identity }, { inLength, outLength }) => (Math.max(inLength, outLength) > identity.maxRequest ? 'EINVAL' : null),
  }),
} satisfies BrokenVariant;
