import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { cxlWith } from '../cxl-device.js';

/** Breaks cxl-node-needs-user-feature. */
export default {
  rule: 'cxl-node-needs-user-feature',
  summary: 'Any feature will do for a node.',
  devices: cxlWith({ driver: { needsNode: (features) => features.length > 0 } }),
} satisfies BrokenVariant;
