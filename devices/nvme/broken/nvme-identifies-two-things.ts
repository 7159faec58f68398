import { IDENTIFY } from '../../../kit/formats/nvme/identify.js';
import { NVME_ADMIN } from '../../../kit/formats/nvme/opcodes.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { nvmeFrom } from '../admitting.js';

/** Breaks nvme-health. */
export default {
  rule: 'nvme-health',
  summary: 'The list of the namespaces is debug data.',
  devices: nvmeFrom(
    'debug read only',
    ({ opcode, cdw10 }) => opcode === NVME_ADMIN.Identify && cdw10 !== IDENTIFY.controller && cdw10 !== IDENTIFY.namespace,
  ),
} satisfies BrokenVariant;
