import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { readPayload } from '../driver/rpc.js';
import { pdsWith } from '../pds-device.js';

/** In bytes. */
const SENT = 1000;

/** Breaks pds-payload-to-firmware. */
export default {
  rule: 'pds-payload-to-firmware',
  summary: 'Of a payload, 1000 bytes are sent at most.',
  devices: pdsWith({ readPayload: (memory, rpc) => readPayload(memory, rpc)?.slice(0, SENT) ?? null }),
} satisfies BrokenVariant;
