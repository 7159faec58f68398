import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { cxlWith } from '../cxl-device.js';
import { hasRoomFor } from '../driver/get-feature.js';

/** Breaks cxl-get-count-and-room. */
export default {
  rule: 'cxl-get-count-and-room',
  summary: 'Reading no byte of a feature succeeds.',
  devices: cxlWith({ driver: { hasRoomFor: (count, outLength) => hasRoomFor(Math.max(count, 1), outLength) } }),
} satisfies BrokenVariant;
