import { NVME_ADMIN } from '../../../kit/formats/nvme/opcodes.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { leastScope } from '../driver/command-scope.js';
import { nvmeWith } from '../nvme-device.js';

/** Breaks nvme-full-debug-only. */
export default {
  rule: 'nvme-full-debug-only',
  summary: 'A completion queue is deleted as debug write.',
  devices: nvmeWith({
    driver: {
      leastScope: (driver, logs, command) =>
        command.opcode === NVME_ADMIN['Delete I/O Completion Queue'] ? 'debug write' : leastScope(driver, logs, command),
    },
  }),
} satisfies BrokenVariant;
