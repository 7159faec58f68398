import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { cxlWith } from '../cxl-device.js';
import type { CxlDriver } from '../driver/driver.js';
import { oneByOne } from '../driver/one-by-one.js';

/** When the last transfer of the kernel is over. */
const OF_KERNEL = new WeakMap<CxlDriver['lastTransfer'], Promise<unknown>>();

/** Breaks cxl-multipart-atomic. */
export default {
  rule: 'cxl-multipart-atomic',
  summary: 'No transfer of user space waits for another one of user space.',
  devices: cxlWith({
    driver: {
      oneByOne: ({ lastTransfer }, transfer) => {
        const mine = (OF_KERNEL.get(lastTransfer) ?? Promise.resolve()).then(transfer);
        lastTransfer.over = Promise.all([lastTransfer.over, mine.catch(() => undefined)]);
        return mine;
      },
      kernelTurn: (driver, transfer) => {
        const mine = oneByOne(driver, transfer);
        OF_KERNEL.set(driver.lastTransfer, driver.lastTransfer.over);
        return mine;
      },
    },
  }),
} satisfies BrokenVariant;
