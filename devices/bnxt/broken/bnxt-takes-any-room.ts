import { HWRM_RESPONSE } from '../../../kit/formats/bnxt/hwrm.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { bnxtWith } from '../bnxt-device.js';
import { checkLengths } from '../driver/rpc.js';
/** Breaks bnxt-response-room. */
export default {
  rule: 'bnxt-response-room',
  summary: 'Room for less than a response header is accepted.',
  devices: bnxtWith({ checkLengths: (inLength) => checkLengths(inLength, HWRM_RESPONSE.length) }),
} satisfies BrokenVariant;
