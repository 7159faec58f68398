import { refuse } from '../../../kit/result.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { cxlWith } from '../cxl-device.js';

/** Breaks cxl-device-error-in-retval. */
export default {
  rule: 'cxl-device-error-in-retval',
  summary: 'What the device says of a failure becomes an errno.',
  devices: cxlWith({ driver: { deviceError: () => refuse('ENXIO') } }),
} satisfies BrokenVariant;
