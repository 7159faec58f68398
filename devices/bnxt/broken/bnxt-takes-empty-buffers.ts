import { bufferLength, type RequestWithBuffers } from '../../../kit/formats/bnxt/buffers.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { bnxtWith } from '../bnxt-device.js';
import { checkBuffers } from '../driver/buffers.js';

function isEmpty(request: Uint8Array, { buffers }: RequestWithBuffers): boolean {
  return buffers.some((field) => bufferLength(request, field) === 0);
}

/** Breaks bnxt-buffer-lengths. */
export default {
  rule: 'bnxt-buffer-lengths',
  summary: 'A buffer of no bytes is sent, for whose address the device takes what it finds there.',
  devices: bnxtWith({ checkBuffers: (request, kind) => (isEmpty(request, kind) ? null : checkBuffers(request, kind)) }),
} satisfies BrokenVariant;
