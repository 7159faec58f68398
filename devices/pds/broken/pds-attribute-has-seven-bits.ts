import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { leastScope } from '../driver/admission.js';
import { pdsWith } from '../pds-device.js';

/** Breaks pds-scope-from-firmware. */
export default {
  rule: 'pds-scope-from-firmware',
  summary: 'Of an attribute with its upper bit and another one set, the upper bit is dropped.',
  devices: pdsWith({ leastScope: (attribute) => leastScope(attribute > 0x80 ? attribute & 0x7f : attribute) }),
} satisfies BrokenVariant;
