import { effectsWord, hasEffect } from '../../../kit/formats/cxl/effects.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { cxlWith } from '../cxl-device.js';
import { leastScope } from '../driver/effects-scope.js';

const RESERVED = effectsWord(['reserved bit 12', 'reserved bit 13', 'reserved bit 14', 'reserved bit 15']);

/** Breaks cxl-reserved-effects. */
export default {
  rule: 'cxl-reserved-effects',
  summary: 'Valid extended effects are taken to give the reserved bits a meaning.',
  devices: cxlWith({
    driver: { leastScope: (effects) => leastScope(hasEffect(effects, 'extended effects valid') ? effects & ~RESERVED : effects) },
  }),
} satisfies BrokenVariant;
