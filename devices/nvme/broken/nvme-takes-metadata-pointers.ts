import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { leavesOwnFields } from '../driver/own-fields.js';
import { nvmeWith } from '../nvme-device.js';

/** Breaks nvme-own-fields. */
export default {
  rule: 'nvme-own-fields',
  summary: 'A metadata pointer is not looked at.',
  devices: nvmeWith({ driver: { leavesOwnFields: (command) => leavesOwnFields({ ...command, mptr: 0 }) } }),
} satisfies BrokenVariant;
