import type { BrokenVariant } from '../../../reference-impl/variant.js';
import type { NvmeDriver } from '../driver/parts.js';
import { deliver } from '../driver/rpc.js';
import { modelledNvmeWith } from '../nvme-device.js';

const tired = new WeakSet<NvmeDriver>();

/** Breaks driver-comes-back. */
export default {
  rule: 'driver-comes-back',
  summary: 'When a command was not completed in time, the driver waits for the completion of the next one for ever.',
  devices: modelledNvmeWith({
    driver: {
      deliver: async (driver, rpc) => {
        const delivered = await deliver(driver, rpc);
        if (delivered.ok || delivered.errno !== 'ETIMEDOUT') return delivered;
        if (tired.has(driver)) return new Promise(() => {});
        tired.add(driver);
        return delivered;
      },
    },
  }),
} satisfies BrokenVariant;
