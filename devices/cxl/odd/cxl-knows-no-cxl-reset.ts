import { effectsWord } from '../../../kit/formats/cxl/effects.js';
import type { Variant } from '../../../reference-impl/variant.js';
import { cxlWith } from '../cxl-device.js';
import { leastScope } from '../driver/effects-scope.js';

const AT_CXL_RESET = effectsWord(['configuration change after CXL reset']);

export default {
  summary: 'A feature that changes at a CXL reset alone is set in no scope.',
  devices: cxlWith({ driver: { leastScope: (effects) => leastScope(effects & ~AT_CXL_RESET) } }),
} satisfies Variant;
