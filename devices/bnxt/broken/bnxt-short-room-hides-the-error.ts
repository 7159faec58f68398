import { HWRM_RESPONSE } from '../../../kit/formats/bnxt/hwrm.js';
import { writeU16 } from '../../../kit/formats/little-endian.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { bnxtWith } from '../bnxt-device.js';
import { responseOf } from '../driver/rpc.js';

/** Breaks bnxt-error-in-response. */
export default {
  rule: 'bnxt-error-in-response',
  summary: 'Where the room is for less than the answer, the error code is 0.',
  devices: bnxtWith({
    responseOf: (answer, outLength) => {
      const response = responseOf(answer, outLength);
      if (response.ok && outLength < answer.length) writeU16(response.value, HWRM_RESPONSE.errorCode, 0);
      return response;
    },
  }),
} satisfies BrokenVariant;
