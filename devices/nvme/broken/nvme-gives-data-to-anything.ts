import { transferLength } from '../../../kit/formats/nvme/transfer.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { areLengthsRight } from '../driver/lengths.js';
import { nvmeWith } from '../nvme-device.js';

/** Breaks nvme-data-length. */
export default {
  rule: 'nvme-data-length',
  summary: 'A command that moves no data gets memory for some.',
  devices: nvmeWith({ driver: { areLengthsRight: (rpc) => transferLength(rpc.command) === 0 || areLengthsRight(rpc) } }),
} satisfies BrokenVariant;
