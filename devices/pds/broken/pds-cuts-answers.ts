import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { writePayload } from '../driver/rpc.js';
import { pdsWith } from '../pds-device.js';

/** In bytes. */
const GIVEN = 512;

/** Breaks pds-payload-to-caller. */
export default {
  rule: 'pds-payload-to-caller',
  summary: 'Of an answer, the caller gets 512 bytes at most.',
  devices: pdsWith({
    writePayload: (memory, rpc, completion) => writePayload(memory, rpc, { ...completion, data: completion.data.slice(0, GIVEN) }),
  }),
} satisfies BrokenVariant;
