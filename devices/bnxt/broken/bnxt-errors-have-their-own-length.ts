import { hwrmErrorCode } from '../../../kit/formats/bnxt/hwrm.js';
import { ok } from '../../../kit/result.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { bnxtWith } from '../bnxt-device.js';
import { responseOf } from '../driver/rpc.js';

/** Breaks bnxt-out-len. */
export default {
  rule: 'bnxt-out-len',
  summary: 'Where the firmware refuses, the response is only as long as what it answered.',
  devices: bnxtWith({
    responseOf: (answer, outLength) => (hwrmErrorCode(answer) === 0 ? responseOf(answer, outLength) : ok(answer.slice(0, outLength))),
  }),
} satisfies BrokenVariant;
