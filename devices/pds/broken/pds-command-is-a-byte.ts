import { commandOf, versionOf } from '../../../kit/formats/pds/operations.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { pdsWith } from '../pds-device.js';

/** Breaks pds-operation-known. */
export default {
  rule: 'pds-operation-known',
  summary: 'Commands are told apart by their low byte.',
  devices: pdsWith({
    matches: (wanted, listed) => (commandOf(wanted) & 0xff) === (commandOf(listed) & 0xff) && versionOf(wanted) <= versionOf(listed),
  }),
} satisfies BrokenVariant;
