import type { Variant } from '../../../reference-impl/variant.js';
import { answerOf } from '../driver/rpc.js';
import { pdsWith } from '../pds-device.js';

export default {
  summary: 'The answer is not written into the request.',
  devices: pdsWith({ answerOf: (request, completion) => answerOf(Buffer.from(request), completion) }),
} satisfies Variant;
