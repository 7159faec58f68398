import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { areLengthsRight } from '../driver/lengths.js';
import { admit } from '../driver/rpc.js';
import { nvmeWith } from '../nvme-device.js';

/** Breaks nvme-no-blocks. */
export default {
  rule: 'nvme-no-blocks',
  summary: 'Commands for the first I/O queue are sent to it.',
  devices: nvmeWith({
    driver: {
      admit: (driver, rpc, scope) => (rpc.queue === 1 ? Promise.resolve(null) : admit(driver, rpc, scope)),
      areLengthsRight: (rpc) => rpc.queue === 1 || areLengthsRight(rpc),
    },
  }),
} satisfies BrokenVariant;
