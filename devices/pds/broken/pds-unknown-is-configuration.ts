import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { leastScope } from '../driver/admission.js';
import { pdsWith } from '../pds-device.js';

/** Breaks pds-scope-from-firmware. */
export default {
  rule: 'pds-scope-from-firmware',
  summary: 'An attribute that is not known is taken for a read.',
  devices: pdsWith({
    leastScope: (attribute) =>
      leastScope(attribute) === 'debug write full' && attribute !== 0x80 ? 'configuration' : leastScope(attribute),
  }),
} satisfies BrokenVariant;
