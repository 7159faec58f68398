import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { cxlWith } from '../cxl-device.js';
import { entriesFor } from '../driver/list-features.js';

/** Breaks cxl-list-count. */
export default {
  rule: 'cxl-list-count',
  summary: 'Of the count, the lower half is looked at.',
  devices: cxlWith({ driver: { entriesFor: (count) => entriesFor(count & 0xffff) } }),
} satisfies BrokenVariant;
