import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { cxlWith } from '../cxl-device.js';

/** Breaks cxl-exclusive-shown-read-only. */
export default {
  rule: 'cxl-exclusive-shown-read-only',
  summary: 'The list shows what the kernel manages as the device has it.',
  devices: cxlWith({ driver: { shownEntry: (entry) => entry } }),
} satisfies BrokenVariant;
