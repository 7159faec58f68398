import { writeU32 } from '../../../kit/formats/little-endian.js';
import { PDS_RPC } from '../../../kit/formats/pds/rpc.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { answerOf } from '../driver/rpc.js';
import { pdsWith } from '../pds-device.js';

/** Breaks pds-reserved-response. */
export default {
  rule: 'pds-reserved-response',
  summary: 'A reserved word of the response says how much the firmware has answered.',
  devices: pdsWith({
    answerOf: (request, completion) => {
      writeU32(request, PDS_RPC.outReserved + 4, completion.data.length);
      return answerOf(request, completion);
    },
  }),
} satisfies BrokenVariant;
