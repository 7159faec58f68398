import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { readPayload } from '../driver/rpc.js';
import { pdsWith } from '../pds-device.js';

/** Breaks pds-payload-to-firmware. */
export default {
  rule: 'pds-payload-to-firmware',
  summary: 'An operation that is to answer something is sent without its payload.',
  devices: pdsWith({ readPayload: (memory, rpc) => readPayload(memory, rpc.outLength > 0 ? { ...rpc, inLength: 0 } : rpc) }),
} satisfies BrokenVariant;
