import { NVME_EFFECTS } from '../../../kit/formats/nvme/effects.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { scopeOfEffects } from '../driver/effects-scope.js';
import { nvmeWith } from '../nvme-device.js';

/** Breaks nvme-vendor-refused. */
export default {
  rule: 'nvme-vendor-refused',
  summary: 'That the inventory of namespaces changes is not looked at.',
  devices: nvmeWith({ driver: { scopeOfEffects: (opcode, effects) => scopeOfEffects(opcode, effects & ~NVME_EFFECTS.NIC) } }),
} satisfies BrokenVariant;
