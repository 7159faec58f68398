import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { mayDestroy } from '../driver/switch/admission.js';
import { cxlSwitchWith } from '../switch-device.js';

/** Breaks cxl-switch-bmc-lockdown. */
export default {
  rule: 'cxl-switch-bmc-lockdown',
  summary: 'A BMC may take its own memory away through a tunnel.',
  devices: cxlSwitchWith({ mayDestroy: (driver, destined) => (driver.isBmc && destined.path.length > 0) || mayDestroy(driver, destined) }),
} satisfies BrokenVariant;
