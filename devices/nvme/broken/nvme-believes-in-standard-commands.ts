import { NVME_EFFECTS } from '../../../kit/formats/nvme/effects.js';
import { FIRST_VENDOR_OPCODE } from '../../../kit/formats/nvme/opcodes.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { leastScope } from '../driver/command-scope.js';
import { nvmeWith } from '../nvme-device.js';

/** Breaks nvme-unlisted-command. */
export default {
  rule: 'nvme-unlisted-command',
  summary: 'A standard command is sent though the log does not have it.',
  devices: nvmeWith({
    driver: {
      leastScope: (driver, { commands, ...logs }, command) => {
        const isListed = command.opcode >= FIRST_VENDOR_OPCODE || commands.has(command.opcode);
        const believed = isListed ? commands : new Map([...commands, [command.opcode, NVME_EFFECTS.CSUPP]]);
        return leastScope(driver, { ...logs, commands: believed }, command);
      },
    },
  }),
} satisfies BrokenVariant;
