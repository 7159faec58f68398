import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { pdsWith } from '../pds-device.js';

/** Breaks pds-payload-limits. */
export default {
  rule: 'pds-payload-limits',
  summary: 'A length from 2 GiB on is taken for a negative one.',
  devices: pdsWith({
    checkLengths: ({ identity }, { inLength, outLength }) =>
      (inLength | 0) > identity.maxRequest || (outLength | 0) > identity.maxResponse ? 'EINVAL' : null,
  }),
} satisfies BrokenVariant;
