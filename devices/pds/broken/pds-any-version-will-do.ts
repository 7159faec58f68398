import { commandOf } from '../../../kit/formats/pds/operations.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { pdsWith } from '../pds-device.js';

/** Breaks pds-operation-version. */
export default {
  rule: 'pds-operation-version',
  summary: 'Versions are not looked at.',
  devices: pdsWith({ matches: (wanted, listed) => commandOf(wanted) === commandOf(listed) }),
} satisfies BrokenVariant;
