import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { readPayload } from '../driver/rpc.js';
import { pdsWith } from '../pds-device.js';

/** Breaks pds-unreadable-payload. */
export default {
  rule: 'pds-unreadable-payload',
  summary: 'A payload of no bytes fails with EFAULT when it lies nowhere.',
  devices: pdsWith({ readPayload: (memory, rpc) => (rpc.inPayload === 0 ? null : readPayload(memory, rpc)) }),
} satisfies BrokenVariant;
