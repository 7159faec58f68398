import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { cxlWith } from '../cxl-device.js';
import { featureSupport } from '../driver/feature-support.js';

/** Breaks cxl-capability-from-cel. */
export default {
  rule: 'cxl-capability-from-cel',
  summary: 'Whoever can read features is taken to be able to set them.',
  devices: cxlWith({
    driver: { featureSupport: (commands) => (featureSupport(commands) === 'none' ? 'none' : 'read-write') },
  }),
} satisfies BrokenVariant;
