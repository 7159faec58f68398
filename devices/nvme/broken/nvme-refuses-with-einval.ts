import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { admit } from '../driver/rpc.js';
import { nvmeWith } from '../nvme-device.js';

/** Breaks nvme-scope-too-low. */
export default {
  rule: 'nvme-scope-too-low',
  summary: 'A scope that is too low is an invalid argument.',
  devices: nvmeWith({ driver: { admit: async (driver, rpc, scope) => ((await admit(driver, rpc, scope)) === null ? null : 'EINVAL') } }),
} satisfies BrokenVariant;
