import { COMMIT_ACTIONS, commitActionOf } from '../../../kit/formats/nvme/dwords.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { scopeOfCommit } from '../driver/firmware-scope.js';
import { nvmeWith } from '../nvme-device.js';

/** Breaks nvme-image-at-reset. */
export default {
  rule: 'nvme-image-at-reset',
  summary: 'To activate at the next reset what is in a slot needs debug write.',
  devices: nvmeWith({
    driver: {
      scopeOfCommit: (command) =>
        commitActionOf(command) === COMMIT_ACTIONS['activate at the next reset'] ? 'debug write' : scopeOfCommit(command),
    },
  }),
} satisfies BrokenVariant;
