import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { cxlSwitchWith } from '../switch-device.js';

/** Breaks cxl-switch-tunnel-reading. */
export default {
  rule: 'cxl-switch-tunnel-reading',
  summary: 'Reading through a tunnel needs a debug scope.',
  devices: cxlSwitchWith({ readingScope: ({ path }) => (path.length === 0 ? 'configuration' : 'debug read only') }),
} satisfies BrokenVariant;
