import { HWRM_REQUEST } from '../../../kit/formats/bnxt/hwrm.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { bnxtWith } from '../bnxt-device.js';
import { checkLengths } from '../driver/rpc.js';
/** Breaks bnxt-request-lengths. */
export default {
  rule: 'bnxt-request-lengths',
  summary: 'A request may be longer than 128 bytes.',
  devices: bnxtWith({ checkLengths: (inLength, outLength) => checkLengths(Math.min(inLength, HWRM_REQUEST.longest), outLength) }),
} satisfies BrokenVariant;
