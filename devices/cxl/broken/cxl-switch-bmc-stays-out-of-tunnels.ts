import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { mayDestroy } from '../driver/switch/admission.js';
import { cxlSwitchWith } from '../switch-device.js';

/** Breaks cxl-switch-bmc. */
export default {
  rule: 'cxl-switch-bmc',
  summary: 'A BMC may do no harm behind a port.',
  devices: cxlSwitchWith({ mayDestroy: (driver, destined) => destined.path.length === 0 && mayDestroy(driver, destined) }),
} satisfies BrokenVariant;
