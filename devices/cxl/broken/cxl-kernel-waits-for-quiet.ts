import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { cxlWith } from '../cxl-device.js';
import { oneByOne } from '../driver/one-by-one.js';

/** Breaks cxl-kernel-gets-through. */
export default {
  rule: 'cxl-kernel-gets-through',
  summary: 'A transfer of the kernel begins when no other one waits.',
  devices: cxlWith({
    driver: {
      kernelTurn: async (driver, transfer) => {
        for (let last: Promise<unknown> | null = null; last !== driver.lastTransfer.over; await last) last = driver.lastTransfer.over;
        return oneByOne(driver, transfer);
      },
    },
  }),
} satisfies BrokenVariant;
