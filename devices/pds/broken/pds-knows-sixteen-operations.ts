import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { admit, matches } from '../driver/admission.js';
import { pdsWith } from '../pds-device.js';

const KNOWN = 16;

/** Breaks pds-scope-from-firmware. */
export default {
  rule: 'pds-scope-from-firmware',
  summary: 'Of the operations of an endpoint, those behind the sixteenth are refused.',
  devices: pdsWith({
    admit: async (driver, rpc, scope) => {
      const refusal = await admit(driver, rpc, scope);
      const place = driver.operations.get(rpc.endpoint)?.findIndex(({ id }) => matches(rpc.operation, id)) ?? 0;
      return place < KNOWN ? refusal : 'EINVAL';
    },
  }),
} satisfies BrokenVariant;
