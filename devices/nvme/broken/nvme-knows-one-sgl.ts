import { PSDT_SGL } from '../../../kit/formats/nvme/command.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { leavesOwnFields } from '../driver/own-fields.js';
import { nvmeWith } from '../nvme-device.js';

/** Breaks nvme-own-fields. */
export default {
  rule: 'nvme-own-fields',
  summary: 'Of the two ways to give an SGL only the first is looked for.',
  devices: nvmeWith({ driver: { leavesOwnFields: (command) => leavesOwnFields({ ...command, flags: command.flags & ~(PSDT_SGL << 1) }) } }),
} satisfies BrokenVariant;
