import { NVME_EFFECTS } from '../../../kit/formats/nvme/effects.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { scopeOfEffects } from '../driver/effects-scope.js';
import { nvmeWith } from '../nvme-device.js';

/** Breaks nvme-vendor-refused. */
export default {
  rule: 'nvme-vendor-refused',
  summary: 'A command that changes capabilities is one of full debug, whatever else it changes.',
  devices: nvmeWith({
    driver: {
      scopeOfEffects: (opcode, effects) => ((effects & NVME_EFFECTS.CCC) === 0 ? scopeOfEffects(opcode, effects) : 'debug write full'),
    },
  }),
} satisfies BrokenVariant;
