import { NVME_ADMIN } from '../../../kit/formats/nvme/opcodes.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { areLengthsRight } from '../driver/lengths.js';
import { nvmeWith } from '../nvme-device.js';

/** Breaks nvme-data-length. */
export default {
  rule: 'nvme-data-length',
  summary: 'Of the number of dwords of a log page the upper half is not looked at.',
  devices: nvmeWith({
    driver: {
      areLengthsRight: ({ command, ...rpc }) =>
        areLengthsRight({ ...rpc, command: command.opcode === NVME_ADMIN['Get Log Page'] ? { ...command, cdw11: 0 } : command }),
    },
  }),
} satisfies BrokenVariant;
