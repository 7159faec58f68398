import { NVME_ADMIN } from '../../../kit/formats/nvme/opcodes.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { nvmeFrom } from '../admitting.js';

/** Breaks nvme-image-at-reset. */
export default {
  rule: 'nvme-image-at-reset',
  summary: 'Only the first piece of an image is downloaded as configuration.',
  devices: nvmeFrom('debug write', ({ opcode, cdw11 }) => opcode === NVME_ADMIN['Firmware Image Download'] && cdw11 > 0),
} satisfies BrokenVariant;
