import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { bnxtWith } from '../bnxt-device.js';
import { responseOf } from '../driver/rpc.js';

/** In bytes. */
const ZEROED = 256;
const STALE = 0xa5;

/** Breaks bnxt-answer-padded. */
export default {
  rule: 'bnxt-answer-padded',
  summary: 'Of the room, the first 256 bytes are zeroed.',
  devices: bnxtWith({
    responseOf: (answer, outLength) => {
      const response = responseOf(answer, outLength);
      if (response.ok) response.value.fill(STALE, ZEROED);
      return response;
    },
  }),
} satisfies BrokenVariant;
