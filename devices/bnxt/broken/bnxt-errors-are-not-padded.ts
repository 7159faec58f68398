import { hwrmErrorCode } from '../../../kit/formats/bnxt/hwrm.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { bnxtWith } from '../bnxt-device.js';
import { responseOf } from '../driver/rpc.js';

const STALE = 0xa5;

/** Breaks bnxt-answer-padded. */
export default {
  rule: 'bnxt-answer-padded',
  summary: 'Where the firmware refuses, the rest of the response is not zeroed.',
  devices: bnxtWith({
    responseOf: (answer, outLength) => {
      const response = responseOf(answer, outLength);
      if (response.ok && hwrmErrorCode(answer) !== 0) response.value.fill(STALE, answer.length);
      return response;
    },
  }),
} satisfies BrokenVariant;
