import { transferLength } from '../../../kit/formats/nvme/transfer.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { areLengthsRight } from '../driver/lengths.js';
import { nvmeWith } from '../nvme-device.js';

/** Breaks nvme-data-length. */
export default {
  rule: 'nvme-data-length',
  summary: 'Data that are too short for the command get as much memory as the request says.',
  devices: nvmeWith({ driver: { areLengthsRight: (rpc) => rpc.dataLength < transferLength(rpc.command) || areLengthsRight(rpc) } }),
} satisfies BrokenVariant;
