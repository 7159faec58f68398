import { effectsWord } from '../../../kit/formats/cxl/effects.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { cxlWith } from '../cxl-device.js';
import { leastScope } from '../driver/effects-scope.js';

const ABORTABLE = effectsWord(['background operation', 'background abort supported']);

/** Breaks cxl-background-refused. */
export default {
  rule: 'cxl-background-refused',
  summary: 'What runs in the background is set if the device says that it could abort it.',
  devices: cxlWith({
    driver: { leastScope: (effects) => leastScope((effects & ABORTABLE) === ABORTABLE ? effects & ~ABORTABLE : effects) },
  }),
} satisfies BrokenVariant;
