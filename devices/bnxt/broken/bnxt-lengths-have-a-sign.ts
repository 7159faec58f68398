import { bufferLength, LONGEST_BUFFER } from '../../../kit/formats/bnxt/buffers.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { bnxtWith } from '../bnxt-device.js';
import { checkBuffers } from '../driver/buffers.js';

/** Breaks bnxt-buffer-lengths. */
export default {
  rule: 'bnxt-buffer-lengths',
  summary: 'A buffer of 2 GiB or more is taken for one of a negative length.',
  devices: bnxtWith({
    checkBuffers: (request, kind) => {
      const lengths = kind.buffers.map((field) => bufferLength(request, field));
      const isNegative = lengths.some((length) => length > LONGEST_BUFFER && (length | 0) < 0);
      return isNegative ? null : checkBuffers(request, kind);
    },
  }),
} satisfies BrokenVariant;
