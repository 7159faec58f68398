import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { deliver } from '../driver/rpc.js';
import { modelledNvmeWith } from '../nvme-device.js';

/** Breaks driver-comes-back. */
export default {
  rule: 'driver-comes-back',
  summary: 'The driver waits on for a completion when there has been none in time.',
  devices: modelledNvmeWith({
    driver: {
      deliver: async (driver, rpc) => {
        const delivered = await deliver(driver, rpc);
        return delivered.ok || delivered.errno !== 'ETIMEDOUT' ? delivered : new Promise(() => {});
      },
    },
  }),
} satisfies BrokenVariant;
