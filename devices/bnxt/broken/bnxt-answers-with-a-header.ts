import { HWRM_RESPONSE } from '../../../kit/formats/bnxt/hwrm.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { bnxtWith } from '../bnxt-device.js';
import { responseOf } from '../driver/rpc.js';

/** Breaks bnxt-answer-to-caller. */
export default {
  rule: 'bnxt-answer-to-caller',
  summary: 'Of an answer the caller gets the header.',
  devices: bnxtWith({ responseOf: (answer, outLength) => responseOf(answer.slice(0, HWRM_RESPONSE.length), outLength) }),
} satisfies BrokenVariant;
