import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { writePayload } from '../driver/rpc.js';
import { pdsWith } from '../pds-device.js';

/** Breaks pds-unwritable-payload. */
export default {
  rule: 'pds-unwritable-payload',
  summary: 'An answer of no bytes fails with EFAULT when it lies nowhere.',
  devices: pdsWith({ writePayload: (memory, rpc, completion) => rpc.outPayload !== 0 && writePayload(memory, rpc, completion) }),
} satisfies BrokenVariant;
