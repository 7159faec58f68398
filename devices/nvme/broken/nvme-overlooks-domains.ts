import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { scopeOfEffects } from '../driver/effects-scope.js';
import { nvmeWith } from '../nvme-device.js';

/** Breaks nvme-vendor-effects. */
export default {
  rule: 'nvme-vendor-effects',
  summary: 'That a command concerns a domain is not looked at.',
  devices: nvmeWith({ driver: { scopeOfEffects: (opcode, effects) => scopeOfEffects(opcode, effects & ~(1 << 24)) } }),
} satisfies BrokenVariant;
