import { featureOf, isSaved } from '../../../kit/formats/nvme/dwords.js';
import { FEATURES } from '../../../kit/formats/nvme/features.js';
import { NVME_ADMIN } from '../../../kit/formats/nvme/opcodes.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { nvmeFrom } from '../admitting.js';

/** Breaks nvme-no-host-memory. */
export default {
  rule: 'nvme-no-host-memory',
  summary: 'In full debug the Host Memory Buffer is set where that is not saved.',
  devices: nvmeFrom(
    'debug write full',
    (command) =>
      command.opcode === NVME_ADMIN['Set Features'] && featureOf(command) === FEATURES['Host Memory Buffer'] && !isSaved(command),
  ),
} satisfies BrokenVariant;
