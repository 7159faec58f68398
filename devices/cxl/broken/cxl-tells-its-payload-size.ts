import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { cxlWith } from '../cxl-device.js';

/** Breaks cxl-info. */
export default {
  rule: 'cxl-info',
  summary: 'The reserved word of the device data says how much the mailbox carries.',
  devices: cxlWith({ driver: { info: () => Uint8Array.of(0, 16, 0, 0) } }),
} satisfies BrokenVariant;
