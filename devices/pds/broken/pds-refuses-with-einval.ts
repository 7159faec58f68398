import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { admit } from '../driver/admission.js';
import { pdsWith } from '../pds-device.js';

/** Breaks pds-scope-too-low. */
export default {
  rule: 'pds-scope-too-low',
  summary: 'Too low a scope fails with EINVAL.',
  devices: pdsWith({ admit: async (driver, rpc, scope) => ((await admit(driver, rpc, scope)) === null ? null : 'EINVAL') }),
} satisfies BrokenVariant;
