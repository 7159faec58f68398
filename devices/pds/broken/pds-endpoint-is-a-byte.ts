import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { admit } from '../driver/admission.js';
import { pdsWith } from '../pds-device.js';

/** Breaks pds-endpoint-known. */
export default {
  rule: 'pds-endpoint-known',
  summary: 'Endpoints are told apart by their low byte.',
  devices: pdsWith({ admit: (driver, rpc, scope) => admit(driver, { ...rpc, endpoint: rpc.endpoint & 0xff }, scope) }),
} satisfies BrokenVariant;
