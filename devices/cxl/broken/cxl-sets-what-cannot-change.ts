import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { cxlWith } from '../cxl-device.js';

/** Breaks cxl-not-changeable. */
export default {
  rule: 'cxl-not-changeable',
  summary: 'The changeable flag is not looked at.',
  devices: cxlWith({ driver: { isChangeable: () => true } }),
} satisfies BrokenVariant;
