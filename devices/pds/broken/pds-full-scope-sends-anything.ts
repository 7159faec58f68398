import { commandOf } from '../../../kit/formats/pds/operations.js';
import type { PdsRpc } from '../../../kit/formats/pds/rpc.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { admit } from '../driver/admission.js';
import type { PdsDriver } from '../driver/parts.js';
import { pdsWith } from '../pds-device.js';

function isUnlisted({ operations }: PdsDriver, { endpoint, operation }: PdsRpc): boolean {
  return operations.get(endpoint)?.every(({ id }) => commandOf(id) !== commandOf(operation)) ?? false;
}

/** Breaks pds-operation-known. */
export default {
  rule: 'pds-operation-known',
  summary: 'With full debug access the firmware is sent commands that it does not list.',
  devices: pdsWith({
    admit: async (driver, rpc, scope) => {
      const refusal = await admit(driver, rpc, scope);
      return scope === 'debug write full' && isUnlisted(driver, rpc) ? null : refusal;
    },
  }),
} satisfies BrokenVariant;
