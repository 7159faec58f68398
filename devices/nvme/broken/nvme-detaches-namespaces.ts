import { NVME_ADMIN } from '../../../kit/formats/nvme/opcodes.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { leastScope } from '../driver/command-scope.js';
import { nvmeWith } from '../nvme-device.js';

/** Breaks nvme-no-erasing. */
export default {
  rule: 'nvme-no-erasing',
  summary: 'In full debug a namespace is detached.',
  devices: nvmeWith({
    driver: {
      leastScope: (driver, logs, command) =>
        command.opcode === NVME_ADMIN['Namespace Attachment'] ? 'debug write full' : leastScope(driver, logs, command),
    },
  }),
} satisfies BrokenVariant;
