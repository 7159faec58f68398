import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { writePayload } from '../driver/rpc.js';
import { pdsWith } from '../pds-device.js';

/** Breaks pds-unwritable-payload. */
export default {
  rule: 'pds-unwritable-payload',
  summary: 'An answer that cannot be written is dropped, and the call succeeds.',
  devices: pdsWith({ writePayload: (...args) => writePayload(...args) || true }),
} satisfies BrokenVariant;
