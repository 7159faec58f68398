import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { admit } from '../driver/admission.js';
import { pdsWith } from '../pds-device.js';

/** Breaks pds-operation-known. */
export default {
  rule: 'pds-operation-known',
  summary: 'With full debug access the firmware is sent operations that it does not list.',
  devices: pdsWith({ admit: async (driver, rpc, scope) => (scope === 'debug write full' ? null : admit(driver, rpc, scope)) }),
} satisfies BrokenVariant;
