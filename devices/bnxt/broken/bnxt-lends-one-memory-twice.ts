import { bufferAddress, setBufferAddress } from '../../../kit/formats/bnxt/buffers.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { bnxtWith } from '../bnxt-device.js';
import { lendBuffers } from '../driver/buffers.js';

/** Breaks bnxt-buffer-addresses. */
export default {
  rule: 'bnxt-buffer-addresses',
  summary: 'Two buffers of a request get the same memory.',
  devices: bnxtWith({
    lendBuffers: (request, kind, memory) => {
      const lent = lendBuffers(request, kind, memory);
      const [first, second] = kind.buffers;
      if (lent !== null && first !== undefined && second !== undefined) setBufferAddress(lent, second, bufferAddress(lent, first));
      return lent;
    },
  }),
} satisfies BrokenVariant;
