import { commandOf } from '../../../kit/formats/pds/operations.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { admit } from '../driver/admission.js';
import type { PdsDriver } from '../driver/parts.js';
import { pdsWith } from '../pds-device.js';

const used = new WeakMap<PdsDriver, number>();

/** Breaks pds-operation-known. */
export default {
  rule: 'pds-operation-known',
  summary: 'What the endpoint that was used first can do, all are thought to be able to do.',
  devices: pdsWith({
    admit: async (driver, rpc, scope) => {
      const refusal = await admit(driver, rpc, scope);
      if (!driver.endpoints.includes(rpc.endpoint)) return refusal;
      const endpoint = used.get(driver) ?? rpc.endpoint;
      used.set(driver, endpoint);
      const command = commandOf(rpc.operation);
      const isLent = driver.operations.get(endpoint)?.some(({ id }) => commandOf(id) === command);
      return refusal === 'EINVAL' && endpoint !== rpc.endpoint && isLent ? null : refusal;
    },
  }),
} satisfies BrokenVariant;
