import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { admit } from '../driver/admission.js';
import { pdsWith } from '../pds-device.js';

/** Breaks pds-scope-too-low. */
export default {
  rule: 'pds-scope-too-low',
  summary: 'Debug access that is too low fails with EINVAL.',
  devices: pdsWith({
    admit: async (driver, rpc, scope) => {
      const refusal = await admit(driver, rpc, scope);
      return refusal === 'EPERM' && scope !== 'configuration' ? 'EINVAL' : refusal;
    },
  }),
} satisfies BrokenVariant;
