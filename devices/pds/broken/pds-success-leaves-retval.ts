import { ok } from '../../../kit/result.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { answerOf } from '../driver/rpc.js';
import { pdsWith } from '../pds-device.js';

/** Breaks pds-retval. */
export default {
  rule: 'pds-retval',
  summary: 'retval is written only when the code is not 0.',
  devices: pdsWith({ answerOf: (request, completion) => (completion.code === 0 ? ok(request) : answerOf(request, completion)) }),
} satisfies BrokenVariant;
