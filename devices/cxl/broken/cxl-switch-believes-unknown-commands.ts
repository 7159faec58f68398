import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { scopeOfEffects } from '../driver/switch/admission.js';
import { cxlSwitchWith } from '../switch-device.js';

/** Breaks cxl-switch-unknown-command. */
export default {
  rule: 'cxl-switch-unknown-command',
  summary: 'A command that nobody knows needs the scope of what it announces.',
  devices: cxlSwitchWith({ unknownScope: ({ effects }) => scopeOfEffects(effects) }),
} satisfies BrokenVariant;
