import { effectsWord } from '../../../kit/formats/cxl/effects.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { cxlWith } from '../cxl-device.js';
import { leastScope } from '../driver/effects-scope.js';

const LOG_CHANGE = effectsWord(['immediate log change']);

/** Breaks cxl-immediate-needs-full. */
export default {
  rule: 'cxl-immediate-needs-full',
  summary: 'An immediate log change needs no more than "debug write".',
  devices: cxlWith({
    driver: { leastScope: (effects) => ((effects & ~LOG_CHANGE) === 0 && effects !== 0 ? 'debug write' : leastScope(effects)) },
  }),
} satisfies BrokenVariant;
