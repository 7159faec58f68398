import { HWRM_REQUEST_TYPES } from '../../../kit/formats/bnxt/request-types.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { bnxtWith } from '../bnxt-device.js';
import { leastScope } from '../driver/admission.js';

/** Breaks bnxt-buffers-refused. */
export default {
  rule: 'bnxt-buffers-refused',
  summary: 'Statistics can be read with debug access, to wherever the request points.',
  devices: bnxtWith({
    leastScope: (type, linux) => (linux === '7.2' && type === HWRM_REQUEST_TYPES.PORT_QSTATS ? 'debug read only' : leastScope(type, linux)),
  }),
} satisfies BrokenVariant;
