import { refuse } from '../../../kit/result.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { answerOf } from '../driver/rpc.js';
import { pdsWith } from '../pds-device.js';

/** Breaks pds-retval. */
export default {
  rule: 'pds-retval',
  summary: 'A code other than 0 fails with EIO.',
  devices: pdsWith({ answerOf: (request, completion) => (completion.code === 0 ? answerOf(request, completion) : refuse('EIO')) }),
} satisfies BrokenVariant;
