import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { cxlWith } from '../cxl-device.js';

/** Breaks cxl-reset-effect-delayed. */
export default {
  rule: 'cxl-reset-effect-delayed',
  summary: 'The firmware makes every change at once.',
  devices: cxlWith({ firmware: { whenLive: () => 'now' } }),
} satisfies BrokenVariant;
