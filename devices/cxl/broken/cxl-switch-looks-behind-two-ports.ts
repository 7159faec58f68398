import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { effectsLog } from '../driver/switch/effects-log.js';
import { cxlSwitchWith } from '../switch-device.js';

/** Breaks cxl-switch-tunnel-effects. */
export default {
  rule: 'cxl-switch-tunnel-effects',
  summary: 'What goes through three ports is judged by the component behind two of them.',
  devices: cxlSwitchWith({ effectsLog: (link, path) => effectsLog(link, path.slice(0, 2)) }),
} satisfies BrokenVariant;
