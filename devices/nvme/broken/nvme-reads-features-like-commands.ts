import { CSE_MASK } from '../../../kit/formats/nvme/effects.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { scopeOfFeatureEffects } from '../driver/effects-scope.js';
import { nvmeWith } from '../nvme-device.js';

/** Breaks nvme-vendor-features. */
export default {
  rule: 'nvme-vendor-features',
  summary: 'The entry of a feature is read like that of a command, with a CSE.',
  devices: nvmeWith({
    driver: { scopeOfFeatureEffects: (effects) => ((effects & CSE_MASK) === 0 ? scopeOfFeatureEffects(effects) : 'debug write full') },
  }),
} satisfies BrokenVariant;
