import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { cxlWith } from '../cxl-device.js';

/** Breaks cxl-list-start-index. */
export default {
  rule: 'cxl-list-start-index',
  summary: 'From just behind the list, no entries are listed with success.',
  devices: cxlWith({ driver: { isInList: (startIndex, length) => startIndex <= length } }),
} satisfies BrokenVariant;
