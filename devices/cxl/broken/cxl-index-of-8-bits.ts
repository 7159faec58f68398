import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { cxlWith } from '../cxl-device.js';
import { isInList } from '../driver/list-features.js';

/** Breaks cxl-list-start-index. */
export default {
  rule: 'cxl-list-start-index',
  summary: 'Of the index to start from, the lower half is looked at.',
  devices: cxlWith({ driver: { isInList: (startIndex, length) => isInList(startIndex & 0xff, length) } }),
} satisfies BrokenVariant;
