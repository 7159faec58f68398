import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { admit } from '../driver/admission.js';
import type { PdsDriver } from '../driver/parts.js';
import { pdsWith } from '../pds-device.js';

const used = new WeakMap<PdsDriver, number>();

/** Breaks pds-operation-known. */
export default {
  rule: 'pds-operation-known',
  summary: 'The operations of the endpoint that was used first count for all of them.',
  devices: pdsWith({
    admit: async (driver, rpc, scope) => {
      if (!driver.endpoints.includes(rpc.endpoint)) return admit(driver, rpc, scope);
      const endpoint = used.get(driver) ?? rpc.endpoint;
      used.set(driver, endpoint);
      return admit(driver, { ...rpc, endpoint }, scope);
    },
  }),
} satisfies BrokenVariant;
