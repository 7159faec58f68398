import { transferLength } from '../../../kit/formats/nvme/transfer.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { leavesOwnFields } from '../driver/own-fields.js';
import { nvmeWith } from '../nvme-device.js';

/** Breaks nvme-own-fields. */
export default {
  rule: 'nvme-own-fields',
  summary: 'Where no data are moved, the data pointer is not looked at.',
  devices: nvmeWith({
    driver: { leavesOwnFields: (command) => leavesOwnFields(transferLength(command) === 0 ? { ...command, prp1: 0 } : command) },
  }),
} satisfies BrokenVariant;
