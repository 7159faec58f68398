import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { cxlWith } from '../cxl-device.js';

/** Breaks cxl-multipart-atomic. */
export default {
  rule: 'cxl-multipart-atomic',
  summary: 'No transfer waits for another.',
  devices: cxlWith({
    driver: {
      oneByOne: ({ lastTransfer }, transfer) => {
        const mine = transfer();
        lastTransfer.over = Promise.all([lastTransfer.over, mine.catch(() => undefined)]);
        return mine;
      },
    },
  }),
} satisfies BrokenVariant;
