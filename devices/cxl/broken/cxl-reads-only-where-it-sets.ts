import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { cxlWith } from '../cxl-device.js';
import { isAdmitted } from '../driver/admission.js';

/** Breaks cxl-capability-from-cel. */
export default {
  rule: 'cxl-capability-from-cel',
  summary: 'Where features cannot be set they are not read either.',
  devices: cxlWith({ driver: { isAdmitted: (driver, ...asked) => driver.support === 'read-write' && isAdmitted(driver, ...asked) } }),
} satisfies BrokenVariant;
