import { effectsWord, hasEffect } from '../../../kit/formats/cxl/effects.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { mayBegin } from '../driver/switch/admission.js';
import { cxlSwitchWith } from '../switch-device.js';

/** Breaks cxl-switch-background-abort. */
export default {
  rule: 'cxl-switch-background-abort',
  summary: 'Bit 8 of the effects is taken for what says that a command can be aborted.',
  devices: cxlSwitchWith({
    mayBegin: (destined) =>
      mayBegin(
        hasEffect(destined.effects, 'secondary mailbox supported')
          ? { ...destined, effects: destined.effects | effectsWord(['background abort supported']) }
          : destined,
      ),
  }),
} satisfies BrokenVariant;
