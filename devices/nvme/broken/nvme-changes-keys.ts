import { NVME_ADMIN } from '../../../kit/formats/nvme/opcodes.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { nvmeFrom } from '../admitting.js';

const CRYPTO_ERASE = 4;

/** Breaks nvme-no-erasing. */
export default {
  rule: 'nvme-no-erasing',
  summary: 'In full debug blocks are sanitized by a change of their keys.',
  devices: nvmeFrom('debug write full', ({ opcode, cdw10 }) => opcode === NVME_ADMIN.Sanitize && cdw10 === CRYPTO_ERASE),
} satisfies BrokenVariant;
