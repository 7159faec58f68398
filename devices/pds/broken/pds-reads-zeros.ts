import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { readPayload } from '../driver/rpc.js';
import { pdsWith } from '../pds-device.js';

/** Breaks pds-unreadable-payload. */
export default {
  rule: 'pds-unreadable-payload',
  summary: 'A payload that cannot be read is taken to be zero.',
  devices: pdsWith({ readPayload: (memory, rpc) => readPayload(memory, rpc) ?? new Uint8Array(rpc.inLength) }),
} satisfies BrokenVariant;
