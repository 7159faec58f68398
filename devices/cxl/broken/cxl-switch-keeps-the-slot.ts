import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { cxlSwitchWith } from '../switch-device.js';

/** Breaks cxl-switch-slot-for-kernel. */
export default {
  rule: 'cxl-switch-slot-for-kernel',
  summary: 'What a caller has begun in the background runs to its end, whoever waits.',
  devices: cxlSwitchWith({ givesWay: () => false }),
} satisfies BrokenVariant;
