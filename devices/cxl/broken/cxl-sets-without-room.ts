import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { cxlWith } from '../cxl-device.js';

/** Breaks cxl-set-out-room. */
export default {
  rule: 'cxl-set-out-room',
  summary: 'A feature is set whatever room there is for the result.',
  devices: cxlWith({ driver: { hasRoomForResult: () => true } }),
} satisfies BrokenVariant;
