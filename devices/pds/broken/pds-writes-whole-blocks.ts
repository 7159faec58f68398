import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { writePayload } from '../driver/rpc.js';
import { pdsWith } from '../pds-device.js';

/** In bytes. */
const BLOCK = 64;

/** Breaks pds-payload-to-caller. */
export default {
  rule: 'pds-payload-to-caller',
  summary: 'An answer is written in whole blocks of 64 bytes.',
  devices: pdsWith({
    writePayload: (memory, rpc, completion) =>
      writePayload(memory, { ...rpc, outLength: Math.ceil(rpc.outLength / BLOCK) * BLOCK }, completion),
  }),
} satisfies BrokenVariant;
