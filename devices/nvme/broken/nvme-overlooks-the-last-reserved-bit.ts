import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { scopeOfEffects } from '../driver/effects-scope.js';
import { nvmeWith } from '../nvme-device.js';

/** Breaks nvme-vendor-refused. */
export default {
  rule: 'nvme-vendor-refused',
  summary: 'The last of the bits that mean nothing yet is not looked at.',
  devices: nvmeWith({ driver: { scopeOfEffects: (opcode, effects) => scopeOfEffects(opcode, effects & ~(1 << 13)) } }),
} satisfies BrokenVariant;
