import { PDS_RPC } from '../../../kit/formats/pds/rpc.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { answerOf } from '../driver/rpc.js';
import { pdsWith } from '../pds-device.js';

/** Breaks pds-response. */
export default {
  rule: 'pds-response',
  summary: 'The response has 48 bytes, however long the request is.',
  devices: pdsWith({ answerOf: (request, completion) => answerOf(request.slice(0, PDS_RPC.length), completion) }),
} satisfies BrokenVariant;
