import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { leavesOwnFields } from '../driver/own-fields.js';
import { nvmeWith } from '../nvme-device.js';

const BEYOND = 2 ** 32;

/** Breaks nvme-own-fields. */
export default {
  rule: 'nvme-own-fields',
  summary: 'Of the pointers only the lower 32 bits are looked at.',
  devices: nvmeWith({
    driver: {
      leavesOwnFields: ({ mptr, prp1, prp2, ...fields }) =>
        leavesOwnFields({ ...fields, mptr: mptr % BEYOND, prp1: prp1 % BEYOND, prp2: prp2 % BEYOND }),
    },
  }),
} satisfies BrokenVariant;
