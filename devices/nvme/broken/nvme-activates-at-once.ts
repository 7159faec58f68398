import { COMMIT_ACTIONS, commitActionOf } from '../../../kit/formats/nvme/dwords.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { scopeOfCommit } from '../driver/firmware-scope.js';
import { nvmeWith } from '../nvme-device.js';

/** Breaks nvme-image-at-once. */
export default {
  rule: 'nvme-image-at-once',
  summary: 'To activate an image at once is configuration, as with the action before it.',
  devices: nvmeWith({
    driver: {
      scopeOfCommit: (command) => (commitActionOf(command) <= COMMIT_ACTIONS['activate now'] ? 'configuration' : scopeOfCommit(command)),
    },
  }),
} satisfies BrokenVariant;
