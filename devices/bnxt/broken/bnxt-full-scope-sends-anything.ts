import { hasBuffers } from '../../../kit/formats/bnxt/buffers.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { bnxtWith } from '../bnxt-device.js';
import { leastScope } from '../driver/admission.js';
/** Breaks bnxt-unlisted-refused. */
export default {
  rule: 'bnxt-unlisted-refused',
  summary: 'A type that is not in the table is sent with full debug access, unless it has buffers.',
  devices: bnxtWith({ leastScope: (type, linux) => leastScope(type, linux) ?? (hasBuffers(type) ? null : 'debug write full') }),
} satisfies BrokenVariant;
