import { HWRM_REQUEST_TYPES } from '../../../kit/formats/bnxt/request-types.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { bnxtWith } from '../bnxt-device.js';
import { leastScope } from '../driver/admission.js';
/** Breaks bnxt-scope0-table. */
export default {
  rule: 'bnxt-scope0-table',
  summary: 'Erasing a directory entry needs debug write access.',
  devices: bnxtWith({
    leastScope: (type, linux) => (type === HWRM_REQUEST_TYPES.NVM_ERASE_DIR_ENTRY ? 'debug write' : leastScope(type, linux)),
  }),
} satisfies BrokenVariant;
