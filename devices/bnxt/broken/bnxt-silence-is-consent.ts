import { ok } from '../../../kit/result.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { bnxtWith } from '../bnxt-device.js';

/** Breaks bnxt-transport-failure. */
export default {
  rule: 'bnxt-transport-failure',
  summary: 'A request that was not delivered looks like one that was carried out.',
  devices: bnxtWith({ lostResponse: (_errno, outLength) => ok(new Uint8Array(outLength)) }),
} satisfies BrokenVariant;
