import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { admit } from '../driver/admission.js';
import { pdsWith } from '../pds-device.js';

function isBetween(endpoint: number, endpoints: readonly number[]): boolean {
  return endpoint > Math.min(...endpoints) && endpoint < Math.max(...endpoints);
}

/** Breaks pds-endpoint-known. */
export default {
  rule: 'pds-endpoint-known',
  summary: 'Every number between the least endpoint and the greatest is taken for one.',
  devices: pdsWith({
    admit: async (driver, rpc, scope) =>
      driver.endpoints.includes(rpc.endpoint) || !isBetween(rpc.endpoint, driver.endpoints) ? admit(driver, rpc, scope) : null,
  }),
} satisfies BrokenVariant;
