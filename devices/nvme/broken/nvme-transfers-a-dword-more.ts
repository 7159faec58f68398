import { transferLength } from '../../../kit/formats/nvme/transfer.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { areLengthsRight, LONGEST_TRANSFER } from '../driver/lengths.js';
import { nvmeWith } from '../nvme-device.js';

/** Breaks nvme-data-length. */
export default {
  rule: 'nvme-data-length',
  summary: 'The longest transfer is a dword longer than it may be.',
  devices: nvmeWith({
    driver: {
      areLengthsRight: (rpc) =>
        areLengthsRight(rpc) || (rpc.dataLength === LONGEST_TRANSFER + 4 && rpc.dataLength === transferLength(rpc.command)),
    },
  }),
} satisfies BrokenVariant;
