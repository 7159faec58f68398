import { NVME_ADMIN } from '../../../kit/formats/nvme/opcodes.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { nvmeFrom } from '../admitting.js';

const EXTENDED = 2;

/** Breaks nvme-debug-data. */
export default {
  rule: 'nvme-debug-data',
  summary: 'An extended self-test is begun as configuration.',
  devices: nvmeFrom('configuration', ({ opcode, cdw10 }) => opcode === NVME_ADMIN['Device Self-test'] && cdw10 === EXTENDED),
} satisfies BrokenVariant;
