import { writeU32 } from '../../../kit/formats/little-endian.js';
import { PDS_RPC } from '../../../kit/formats/pds/rpc.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { answerOf } from '../driver/rpc.js';
import { pdsWith } from '../pds-device.js';

/** Breaks pds-response. */
export default {
  rule: 'pds-response',
  summary: 'The length of the payload in the response is that of what the firmware answered.',
  devices: pdsWith({
    answerOf: (request, completion) => {
      writeU32(request, PDS_RPC.outLength, completion.data.length);
      return answerOf(request, completion);
    },
  }),
} satisfies BrokenVariant;
