import { HWRM_RESPONSE } from '../../../kit/formats/bnxt/hwrm.js';
import { ok } from '../../../kit/result.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { bnxtWith } from '../bnxt-device.js';
import { lostResponse } from '../driver/rpc.js';

/** Breaks bnxt-transport-failure. */
export default {
  rule: 'bnxt-transport-failure',
  summary: 'Where there is room for a header alone, a request that is lost counts as done.',
  devices: bnxtWith({
    lostResponse: (errno, outLength) => (outLength > HWRM_RESPONSE.length ? lostResponse(errno, outLength) : ok(new Uint8Array(outLength))),
  }),
} satisfies BrokenVariant;
