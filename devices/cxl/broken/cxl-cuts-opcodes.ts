import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { cxlWith } from '../cxl-device.js';
import { featureCommand } from '../driver/admission.js';

/** Breaks cxl-three-commands. */
export default {
  rule: 'cxl-three-commands',
  summary: 'Of an opcode the lowest twelve bits are looked at.',
  devices: cxlWith({ driver: { featureCommand: (word) => featureCommand(word & 0xfff) } }),
} satisfies BrokenVariant;
