import { HWRM_RESPONSE } from '../../../kit/formats/bnxt/hwrm.js';
import { readU16 } from '../../../kit/formats/little-endian.js';
import { ok } from '../../../kit/result.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { bnxtWith } from '../bnxt-device.js';
import { fwRpc } from '../driver/rpc.js';

/** Breaks bnxt-answer-padded. */
export default {
  rule: 'bnxt-answer-padded',
  summary: 'The response is written over the request, of which the rest stays.',
  devices: bnxtWith({
    fwRpc: async (driver, scope, request, outLength, memory) => {
      const answer = await fwRpc(driver, scope, request, outLength, memory);
      if (!answer.ok) return answer;
      const response = new Uint8Array(outLength);
      response.set(request.subarray(0, outLength));
      response.set(answer.value.subarray(0, readU16(answer.value, HWRM_RESPONSE.responseLength)));
      return ok(response);
    },
  }),
} satisfies BrokenVariant;
