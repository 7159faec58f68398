import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { admit } from '../driver/admission.js';
import { pdsWith } from '../pds-device.js';

/** Breaks pds-endpoint-known. */
export default {
  rule: 'pds-endpoint-known',
  summary: 'An endpoint that the firmware does not list fails with ENODEV.',
  devices: pdsWith({
    admit: async (driver, rpc, scope) => (driver.endpoints.includes(rpc.endpoint) ? admit(driver, rpc, scope) : 'ENODEV'),
  }),
} satisfies BrokenVariant;
