import { HWRM_ERROR_CODES, hwrmErrorCode } from '../../../kit/formats/bnxt/hwrm.js';
import { refuse } from '../../../kit/result.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { bnxtWith } from '../bnxt-device.js';
import { responseOf } from '../driver/rpc.js';

const UNKNOWN: readonly number[] = [
  HWRM_ERROR_CODES.RESOURCE_ALLOC_ERROR,
  HWRM_ERROR_CODES.INVALID_FLAGS,
  HWRM_ERROR_CODES.INVALID_ENABLES,
];

/** Breaks bnxt-error-in-response. */
export default {
  rule: 'bnxt-error-in-response',
  summary: 'An error code of enablers, flags or allocations fails with EIO.',
  devices: bnxtWith({
    responseOf: (answer, outLength) => (UNKNOWN.includes(hwrmErrorCode(answer)) ? refuse('EIO') : responseOf(answer, outLength)),
  }),
} satisfies BrokenVariant;
