import { ok } from '../../../kit/result.js';
import type { Errno } from '../../../kit/uapi/errno.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { bnxtWith } from '../bnxt-device.js';
import { lostResponse } from '../driver/rpc.js';

const KNOWN: readonly Errno[] = ['EBUSY', 'ETIMEDOUT', 'ENODEV'];

/** Breaks bnxt-transport-failure. */
export default {
  rule: 'bnxt-transport-failure',
  summary: 'A request that is lost counts as done, but for EBUSY, ETIMEDOUT and ENODEV.',
  devices: bnxtWith({
    lostResponse: (errno, outLength) => (KNOWN.includes(errno) ? lostResponse(errno, outLength) : ok(new Uint8Array(outLength))),
  }),
} satisfies BrokenVariant;
