import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { admit } from '../driver/admission.js';
import { pdsWith } from '../pds-device.js';

/** Breaks pds-endpoint-known. */
export default {
  rule: 'pds-endpoint-known',
  summary: 'With full debug access the firmware is sent operations of endpoints that it does not list.',
  devices: pdsWith({
    admit: async (driver, rpc, scope) =>
      scope === 'debug write full' && !driver.endpoints.includes(rpc.endpoint) ? null : admit(driver, rpc, scope),
  }),
} satisfies BrokenVariant;
