import { CXL_OPCODES } from '../../../kit/formats/cxl/opcodes.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { cxlWith } from '../cxl-device.js';
import { passThrough } from '../pass-through.js';

/** Breaks cxl-kernel-coordinated. */
export default {
  rule: 'cxl-kernel-coordinated',
  summary: 'In the greatest scope Populate Log is sent, which may run in the background.',
  devices: cxlWith({ driver: passThrough((opcode) => opcode === CXL_OPCODES['Populate Log']) }),
} satisfies BrokenVariant;
