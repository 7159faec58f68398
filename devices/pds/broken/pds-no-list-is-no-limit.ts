import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { admit } from '../driver/admission.js';
import { pdsWith } from '../pds-device.js';

/** Breaks pds-operation-known. */
export default {
  rule: 'pds-operation-known',
  summary: 'At an endpoint without operations every one is sent.',
  devices: pdsWith({
    admit: async (driver, rpc, scope) => {
      const refusal = await admit(driver, rpc, scope);
      return driver.operations.get(rpc.endpoint)?.length === 0 ? null : refusal;
    },
  }),
} satisfies BrokenVariant;
