import { CSE_MASK } from '../../../kit/formats/nvme/effects.js';
import { dataDirection } from '../../../kit/formats/nvme/opcodes.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { scopeOfEffects } from '../driver/effects-scope.js';
import { nvmeWith } from '../nvme-device.js';

/** Breaks nvme-vendor-effects. */
export default {
  rule: 'nvme-vendor-effects',
  summary: 'Whether a command must run alone is not looked at when data go to the controller.',
  devices: nvmeWith({
    driver: {
      scopeOfEffects: (opcode, effects) =>
        scopeOfEffects(opcode, dataDirection(opcode) === 'to the controller' ? effects & ~CSE_MASK : effects),
    },
  }),
} satisfies BrokenVariant;
