import { HWRM_REQUEST_TYPES } from '../../../kit/formats/bnxt/request-types.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { bnxtWith } from '../bnxt-device.js';
import { leastScope } from '../driver/admission.js';
/** Breaks bnxt-scope2-table. */
export default {
  rule: 'bnxt-scope2-table',
  summary: 'Read-only debug access is enough to write registers of a PHY.',
  devices: bnxtWith({
    leastScope: (type, linux) => (type === HWRM_REQUEST_TYPES.PORT_PHY_MDIO_WRITE ? 'debug read only' : leastScope(type, linux)),
  }),
} satisfies BrokenVariant;
