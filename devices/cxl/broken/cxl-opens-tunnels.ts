import { CXL_OPCODES } from '../../../kit/formats/cxl/opcodes.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { cxlWith } from '../cxl-device.js';
import { passThrough } from '../pass-through.js';

/** Breaks cxl-three-commands. */
export default {
  rule: 'cxl-three-commands',
  summary: 'In the greatest scope a tunnel to another component is opened.',
  devices: cxlWith({ driver: passThrough((opcode) => opcode === CXL_OPCODES['Tunnel Management Command']) }),
} satisfies BrokenVariant;
