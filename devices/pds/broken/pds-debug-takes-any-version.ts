import { commandOf } from '../../../kit/formats/pds/operations.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { admit } from '../driver/admission.js';
import { pdsWith } from '../pds-device.js';

/** Breaks pds-operation-version. */
export default {
  rule: 'pds-operation-version',
  summary: 'With debug access versions are not looked at.',
  devices: pdsWith({
    admit: (driver, rpc, scope) => admit(driver, scope === 'configuration' ? rpc : { ...rpc, operation: commandOf(rpc.operation) }, scope),
  }),
} satisfies BrokenVariant;
