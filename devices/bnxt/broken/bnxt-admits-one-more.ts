import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { bnxtWith } from '../bnxt-device.js';
import { leastScope } from '../driver/admission.js';

const PORT_TS_QUERY = 0x22;

/** Breaks bnxt-unlisted-refused. */
export default {
  rule: 'bnxt-unlisted-refused',
  summary: 'One more type is admitted, to whoever has full debug access.',
  devices: bnxtWith({
    leastScope: (type, linux) => leastScope(type, linux) ?? (type === PORT_TS_QUERY ? 'debug write full' : null),
  }),
} satisfies BrokenVariant;
