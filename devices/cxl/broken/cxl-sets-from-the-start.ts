import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { cxlWith } from '../cxl-device.js';

/** Breaks cxl-set-offset. */
export default {
  rule: 'cxl-set-offset',
  summary: 'A feature is set from its first byte on, whatever the offset.',
  devices: cxlWith({ driver: { setsFrom: (_offset, sent) => sent } }),
} satisfies BrokenVariant;
