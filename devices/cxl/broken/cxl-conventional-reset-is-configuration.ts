import { effectsWord } from '../../../kit/formats/cxl/effects.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { cxlWith } from '../cxl-device.js';
import { leastScope } from '../driver/effects-scope.js';

const AT_CONVENTIONAL_RESET = effectsWord(['extended effects valid', 'configuration change after conventional reset']);

/** Breaks cxl-reset-needs-debug-write. */
export default {
  rule: 'cxl-reset-needs-debug-write',
  summary: 'What changes at a conventional reset alone is set in every scope.',
  devices: cxlWith({
    driver: { leastScope: (effects) => (effects === AT_CONVENTIONAL_RESET ? 'configuration' : leastScope(effects)) },
  }),
} satisfies BrokenVariant;
