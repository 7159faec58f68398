import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { cxlWith } from '../cxl-device.js';

/** Breaks cxl-get-offset. */
export default {
  rule: 'cxl-get-offset',
  summary: 'Each piece but the first is read as if the first had begun at 0.',
  devices: cxlWith({ driver: { readsFrom: (offset, received) => (received === 0 ? offset : received) } }),
} satisfies BrokenVariant;
