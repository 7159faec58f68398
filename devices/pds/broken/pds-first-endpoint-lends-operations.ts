import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { admit } from '../driver/admission.js';
import { pdsWith } from '../pds-device.js';

/** Breaks pds-operation-known. */
export default {
  rule: 'pds-operation-known',
  summary: 'What the first endpoint can do, the others are thought to be able to do, too.',
  devices: pdsWith({
    admit: async (driver, rpc, scope) => {
      const refusal = await admit(driver, rpc, scope);
      const [first] = driver.endpoints;
      const isAtAnother = first !== undefined && first !== rpc.endpoint && driver.endpoints.includes(rpc.endpoint);
      return refusal === 'EINVAL' && isAtAnother ? admit(driver, { ...rpc, endpoint: first }, scope) : refusal;
    },
  }),
} satisfies BrokenVariant;
