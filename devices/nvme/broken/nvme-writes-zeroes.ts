import { ADMIN_QUEUE } from '../../../kit/formats/nvme/command.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { admit } from '../driver/rpc.js';
import { nvmeWith } from '../nvme-device.js';

/** Breaks nvme-no-blocks. */
export default {
  rule: 'nvme-no-blocks',
  summary: 'A command of an I/O queue that moves no data is sent.',
  devices: nvmeWith({
    driver: {
      admit: async (driver, rpc, scope) => (rpc.queue !== ADMIN_QUEUE && rpc.dataLength === 0 ? null : admit(driver, rpc, scope)),
    },
  }),
} satisfies BrokenVariant;
