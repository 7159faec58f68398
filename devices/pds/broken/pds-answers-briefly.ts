import { PDS_RPC } from '../../../kit/formats/pds/rpc.js';
import { ok } from '../../../kit/result.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { answerOf } from '../driver/rpc.js';
import { pdsWith } from '../pds-device.js';

/** Breaks pds-response. */
export default {
  rule: 'pds-response',
  summary: 'The response ends behind retval.',
  devices: pdsWith({
    answerOf: (request, completion) => {
      const answer = answerOf(request, completion);
      return answer.ok ? ok(answer.value.slice(0, PDS_RPC.retval + 4)) : answer;
    },
  }),
} satisfies BrokenVariant;
