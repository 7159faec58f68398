import { FIRST_VENDOR_OPCODE } from '../../../kit/formats/cxl/opcodes.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { cxlWith } from '../cxl-device.js';
import { passThrough } from '../pass-through.js';

/** Breaks cxl-three-commands. */
export default {
  rule: 'cxl-three-commands',
  summary: 'In the greatest scope the commands of the vendor are sent.',
  devices: cxlWith({ driver: passThrough((opcode) => opcode >= FIRST_VENDOR_OPCODE) }),
} satisfies BrokenVariant;
