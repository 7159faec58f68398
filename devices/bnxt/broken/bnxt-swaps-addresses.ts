import { bufferAddress, setBufferAddress } from '../../../kit/formats/bnxt/buffers.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { bnxtWith } from '../bnxt-device.js';
import { lendBuffers } from '../driver/buffers.js';

/** Breaks bnxt-buffer-addresses. */
export default {
  rule: 'bnxt-buffer-addresses',
  summary: 'Each of two buffers gets the address that the caller wrote for the other one.',
  devices: bnxtWith({
    lendBuffers: (request, kind, memory) => {
      const lent = lendBuffers(request, kind, memory);
      const [first, second] = kind.buffers;
      if (lent === null || first === undefined || second === undefined) return lent;
      setBufferAddress(lent, first, bufferAddress(request, second));
      setBufferAddress(lent, second, bufferAddress(request, first));
      return lent;
    },
  }),
} satisfies BrokenVariant;
