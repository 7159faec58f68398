import { effectsWord } from '../../../kit/formats/cxl/effects.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { mayBegin } from '../driver/switch/admission.js';
import { cxlSwitchWith } from '../switch-device.js';

const BACKGROUND = effectsWord(['background operation']);

/** Breaks cxl-switch-background-abort. */
export default {
  rule: 'cxl-switch-background-abort',
  summary: 'What runs in the background behind a port is sent whether it can be aborted or not.',
  devices: cxlSwitchWith({
    mayBegin: (destined) => mayBegin(destined.path.length > 0 ? { ...destined, effects: destined.effects & ~BACKGROUND } : destined),
  }),
} satisfies BrokenVariant;
