import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { bnxtWith } from '../bnxt-device.js';
import { lendBuffers } from '../driver/buffers.js';

/** Breaks bnxt-buffer-unreadable. */
export default {
  rule: 'bnxt-buffer-unreadable',
  summary: 'What cannot be read of a buffer is sent as zeros.',
  devices: bnxtWith({
    lendBuffers: (request, kind) => lendBuffers(request, kind, { read: (_address, length) => new Uint8Array(length), write: () => true }),
  }),
} satisfies BrokenVariant;
