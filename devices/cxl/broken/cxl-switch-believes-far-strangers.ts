import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { scopeOfEffects, unknownScope } from '../driver/switch/admission.js';
import { cxlSwitchWith } from '../switch-device.js';

/** Breaks cxl-switch-unknown-command. */
export default {
  rule: 'cxl-switch-unknown-command',
  summary: 'Behind two ports a command that nobody knows needs the scope of what it announces.',
  devices: cxlSwitchWith({
    unknownScope: (destined) => (destined.path.length > 1 ? scopeOfEffects(destined.effects) : unknownScope(destined)),
  }),
} satisfies BrokenVariant;
