import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { bnxtWith } from '../bnxt-device.js';
import { checkBuffers } from '../driver/buffers.js';

/** Breaks bnxt-buffer-lengths. */
export default {
  rule: 'bnxt-buffer-lengths',
  summary: 'Of several buffers only the last must not be empty.',
  devices: bnxtWith({ checkBuffers: (request, kind) => checkBuffers(request, { ...kind, buffers: kind.buffers.slice(-1) }) }),
} satisfies BrokenVariant;
