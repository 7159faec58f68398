import { featureOf, isSaved } from '../../../kit/formats/nvme/dwords.js';
import { FEATURES, FIRST_VENDOR_FEATURE } from '../../../kit/formats/nvme/features.js';
import { NVME_ADMIN } from '../../../kit/formats/nvme/opcodes.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { nvmeFrom } from '../admitting.js';

/** Breaks nvme-standard-features. */
export default {
  rule: 'nvme-standard-features',
  summary: 'A standard feature is set as debug write when the value is not saved.',
  devices: nvmeFrom('debug write', (command) => {
    const isStandard = featureOf(command) < FIRST_VENDOR_FEATURE && featureOf(command) !== FEATURES['Host Memory Buffer'];
    return command.opcode === NVME_ADMIN['Set Features'] && isStandard && !isSaved(command);
  }),
} satisfies BrokenVariant;
