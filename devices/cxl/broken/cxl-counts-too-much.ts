import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { cxlWith } from '../cxl-device.js';
import { packAnswer } from '../driver/outcome.js';

const LENGTH = 4096;

/** Breaks cxl-result-layout. */
export default {
  rule: 'cxl-result-layout',
  summary: 'out_len counts a whole mailbox payload, however long the answer is.',
  devices: cxlWith({
    driver: {
      packAnswer: (returnCode, payload) => {
        const response = new Uint8Array(LENGTH);
        response.set(packAnswer(returnCode, payload));
        return response;
      },
    },
  }),
} satisfies BrokenVariant;
