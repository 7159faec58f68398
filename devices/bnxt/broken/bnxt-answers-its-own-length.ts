import { ok } from '../../../kit/result.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { bnxtWith } from '../bnxt-device.js';

/** Breaks bnxt-out-len. */
export default {
  rule: 'bnxt-out-len',
  summary: 'The response is only as long as what the firmware answered.',
  devices: bnxtWith({ responseOf: (answer, outLength) => ok(answer.slice(0, outLength)) }),
} satisfies BrokenVariant;
