import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { bnxtWith } from '../bnxt-device.js';
import { lendBuffers } from '../driver/buffers.js';

/** Breaks bnxt-buffer-unreadable. */
export default {
  rule: 'bnxt-buffer-unreadable',
  summary: 'Of a buffer only the first byte must be there.',
  devices: bnxtWith({
    lendBuffers: (request, kind, memory) => lendBuffers(request, kind, { ...memory, read: (address) => memory.read(address, 1) }),
  }),
} satisfies BrokenVariant;
