import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { cxlWith } from '../cxl-device.js';
import { needsNode } from '../driver/kernel-features.js';

/** Breaks cxl-node-needs-user-feature. */
export default {
  rule: 'cxl-node-needs-user-feature',
  summary: 'The last feature decides whether there is a node.',
  devices: cxlWith({ driver: { needsNode: (features) => needsNode(features.slice(-1)) } }),
} satisfies BrokenVariant;
