import { bufferLength, LONGEST_BUFFER, type RequestWithBuffers } from '../../../kit/formats/bnxt/buffers.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { bnxtWith } from '../bnxt-device.js';
import { checkBuffers, takeBuffersBack } from '../driver/buffers.js';

function isWrapped(request: Uint8Array, { buffers }: RequestWithBuffers): boolean {
  const lengths = buffers.map((field) => bufferLength(request, field));
  return lengths.some((length) => length >= 2 ** 32 && length % 2 ** 32 <= LONGEST_BUFFER);
}

/** Breaks bnxt-buffer-lengths. */
export default {
  rule: 'bnxt-buffer-lengths',
  summary: 'The length of a buffer is counted in 32 bits, and what is beyond them is dropped.',
  devices: bnxtWith({
    checkBuffers: (request, kind) => (isWrapped(request, kind) ? null : checkBuffers(request, kind)),
    takeBuffersBack: (request, kind, memory) => isWrapped(request, kind) || takeBuffersBack(request, kind, memory),
  }),
} satisfies BrokenVariant;
