import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { cxlWith } from '../cxl-device.js';

/** Breaks cxl-read-scope. */
export default {
  rule: 'cxl-read-scope',
  summary: 'Features are neither listed nor read in scope "debug read only".',
  devices: cxlWith({ driver: { isReadingAdmitted: (scope) => scope !== 'debug read only' } }),
} satisfies BrokenVariant;
