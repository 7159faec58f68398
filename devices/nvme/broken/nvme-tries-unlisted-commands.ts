import { FIRST_VENDOR_OPCODE } from '../../../kit/formats/nvme/opcodes.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { leastScope } from '../driver/command-scope.js';
import { nvmeWith } from '../nvme-device.js';

/** Breaks nvme-unlisted-command. */
export default {
  rule: 'nvme-unlisted-command',
  summary: 'In full debug a vendor-specific command is sent though the log does not have it.',
  devices: nvmeWith({
    driver: {
      leastScope: (driver, logs, command) =>
        command.opcode >= FIRST_VENDOR_OPCODE && !logs.commands.has(command.opcode)
          ? 'debug write full'
          : leastScope(driver, logs, command),
    },
  }),
} satisfies BrokenVariant;
