import { effectsWord } from '../../../kit/formats/cxl/effects.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { cxlWith } from '../cxl-device.js';
import { whenLive } from '../firmware/when-live.js';

const POLICY_CHANGE = effectsWord(['immediate policy change']);

/** Breaks cxl-reset-effect-delayed. */
export default {
  rule: 'cxl-reset-effect-delayed',
  summary: 'An immediate change of policy takes place at the next cold reset.',
  devices: cxlWith({ firmware: { whenLive: (effects) => (effects === POLICY_CHANGE ? 'cold' : whenLive(effects)) } }),
} satisfies BrokenVariant;
