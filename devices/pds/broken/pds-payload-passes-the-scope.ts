import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { admit } from '../driver/admission.js';
import { pdsWith } from '../pds-device.js';

/** Breaks pds-scope-from-firmware. */
export default {
  rule: 'pds-scope-from-firmware',
  summary: 'The scope of an operation that brings a payload is not looked at.',
  devices: pdsWith({ admit: (driver, rpc, scope) => admit(driver, rpc, rpc.inLength > 0 ? 'debug write full' : scope) }),
} satisfies BrokenVariant;
