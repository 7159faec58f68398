import { HWRM_ERROR_CODES, hwrmErrorCode } from '../../../kit/formats/bnxt/hwrm.js';
import { refuse } from '../../../kit/result.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { bnxtWith } from '../bnxt-device.js';
import { responseOf } from '../driver/rpc.js';
/** Breaks bnxt-error-in-response. */
export default {
  rule: 'bnxt-error-in-response',
  summary: 'A request that the firmware answers with FAIL fails with EIO.',
  devices: bnxtWith({
    responseOf: (answer, outLength) => (hwrmErrorCode(answer) === HWRM_ERROR_CODES.FAIL ? refuse('EIO') : responseOf(answer, outLength)),
  }),
} satisfies BrokenVariant;
