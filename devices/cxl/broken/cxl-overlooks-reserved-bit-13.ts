import { effectsWord } from '../../../kit/formats/cxl/effects.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { cxlWith } from '../cxl-device.js';
import { leastScope } from '../driver/effects-scope.js';

const RESERVED = effectsWord(['reserved bit 13']);

/** Breaks cxl-reserved-effects. */
export default {
  rule: 'cxl-reserved-effects',
  summary: 'One of the reserved effects is not looked at.',
  devices: cxlWith({ driver: { leastScope: (effects) => leastScope(effects & ~RESERVED) } }),
} satisfies BrokenVariant;
