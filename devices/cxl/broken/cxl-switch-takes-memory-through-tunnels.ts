import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { mayDestroy } from '../driver/switch/admission.js';
import { cxlSwitchWith } from '../switch-device.js';

/** Breaks cxl-switch-other-hosts. */
export default {
  rule: 'cxl-switch-other-hosts',
  summary: 'What takes memory away from another host goes through a tunnel in the greatest scope.',
  devices: cxlSwitchWith({ mayDestroy: (driver, destined) => (!driver.isBmc && destined.path.length > 0) || mayDestroy(driver, destined) }),
} satisfies BrokenVariant;
