import { effectsWord, hasEffect } from '../../../kit/formats/cxl/effects.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { cxlWith } from '../cxl-device.js';
import { leastScope } from '../driver/effects-scope.js';

const BACKGROUND = effectsWord(['background operation']);

/** Breaks cxl-background-refused. */
export default {
  rule: 'cxl-background-refused',
  summary: 'What runs in the background is set if a secondary mailbox could take it.',
  devices: cxlWith({
    driver: { leastScope: (effects) => leastScope(hasEffect(effects, 'secondary mailbox supported') ? effects & ~BACKGROUND : effects) },
  }),
} satisfies BrokenVariant;
