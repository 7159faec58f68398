import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { bnxtWith } from '../bnxt-device.js';
import { lendBuffers } from '../driver/buffers.js';

/** Breaks bnxt-buffer-addresses. */
export default {
  rule: 'bnxt-buffer-addresses',
  summary: 'The firmware gets the addresses that the caller wrote.',
  devices: bnxtWith({ lendBuffers: (request, kind, memory) => (lendBuffers(request, kind, memory) === null ? null : request) }),
} satisfies BrokenVariant;
