import { HWRM_REQUEST_TYPES } from '../../../kit/formats/bnxt/request-types.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { bnxtWith } from '../bnxt-device.js';
import { leastScope } from '../driver/admission.js';
/** Breaks bnxt-scope1-table. */
export default {
  rule: 'bnxt-scope1-table',
  summary: 'The use of power can be read in every scope.',
  devices: bnxtWith({
    leastScope: (type, linux) => (type === HWRM_REQUEST_TYPES.REG_POWER_QUERY ? 'configuration' : leastScope(type, linux)),
  }),
} satisfies BrokenVariant;
