import { effectsWord } from '../../../kit/formats/cxl/effects.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { cxlWith } from '../cxl-device.js';
import { leastScope } from '../driver/effects-scope.js';

const SECURITY = effectsWord(['security state change']);

/** Breaks cxl-no-effect-refused. */
export default {
  rule: 'cxl-no-effect-refused',
  summary: 'A change of the security state alone is taken for an immediate change.',
  devices: cxlWith({ driver: { leastScope: (effects) => (effects === SECURITY ? 'debug write full' : leastScope(effects)) } }),
} satisfies BrokenVariant;
