import { SCOPE_NUMBERS } from '../../../kit/uapi/scope.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { admit, leastScope } from '../driver/admission.js';
import { pdsWith } from '../pds-device.js';

/** Breaks pds-scope-from-firmware. */
export default {
  rule: 'pds-scope-from-firmware',
  summary: 'The first operation of an endpoint says which scope all of them need.',
  devices: pdsWith({
    admit: async (driver, rpc, scope) => {
      const refusal = await admit(driver, rpc, 'debug write full');
      const first = driver.operations.get(rpc.endpoint)?.[0];
      if (refusal !== null || first === undefined) return refusal;
      return SCOPE_NUMBERS[scope] < SCOPE_NUMBERS[leastScope(first.attribute)] ? 'EPERM' : null;
    },
  }),
} satisfies BrokenVariant;
