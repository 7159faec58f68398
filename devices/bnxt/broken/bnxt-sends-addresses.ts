import { hasBuffers } from '../../../kit/formats/bnxt/buffers.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { bnxtWith } from '../bnxt-device.js';
import { leastScope } from '../driver/admission.js';

/** Breaks bnxt-buffers-refused. */
export default {
  rule: 'bnxt-buffers-refused',
  summary: 'With full debug access a request that points to memory is sent as it is.',
  devices: bnxtWith({ leastScope: (type, linux) => leastScope(type, linux) ?? (hasBuffers(type) ? 'debug write full' : null) }),
} satisfies BrokenVariant;
