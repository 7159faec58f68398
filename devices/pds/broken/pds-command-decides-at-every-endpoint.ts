import { SCOPE_NUMBERS, type Scope } from '../../../kit/uapi/scope.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { admit, leastScope, matches } from '../driver/admission.js';
import type { PdsDriver } from '../driver/parts.js';
import { pdsWith } from '../pds-device.js';

function leastScopeAnywhere({ endpoints, operations }: PdsDriver, wanted: number): Scope {
  const lists = endpoints.flatMap((endpoint) => operations.get(endpoint) ?? []);
  return leastScope(lists.findLast(({ id }) => matches(wanted, id))?.attribute ?? 0);
}

/** Breaks pds-scope-from-firmware. */
export default {
  rule: 'pds-scope-from-firmware',
  summary: 'The endpoint that was used first says which scope a command needs at all of them.',
  devices: pdsWith({
    admit: async (driver, rpc, scope) => {
      const refusal = await admit(driver, rpc, 'debug write full');
      const least = refusal === null ? leastScopeAnywhere(driver, rpc.operation) : 'configuration';
      return refusal ?? (SCOPE_NUMBERS[scope] < SCOPE_NUMBERS[least] ? 'EPERM' : null);
    },
  }),
} satisfies BrokenVariant;
