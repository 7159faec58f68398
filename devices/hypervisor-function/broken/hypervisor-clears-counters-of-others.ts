import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { modelledCommands } from '../../command-device.js';
import { createPartitionFirmware, PARTITION_COMMANDS, PARTITION_PARTS, PARTITION_STATUSES } from '../../partitioned/firmware/firmware.js';
import { leastScope } from '../../partitioned/partitioned-device.js';

const OWN = 1;

/** Breaks function-own-and-children-only. */
export default {
  rule: 'function-own-and-children-only',
  summary: 'A function of a hypervisor clears the counter of any function.',
  devices: modelledCommands(() => {
    const firmware = createPartitionFirmware(OWN, PARTITION_PARTS);
    return {
      deviceType: 249,
      leastScope,
      ...firmware,
      execute: (command, operands, label) => {
        const [target = OWN] = operands;
        const isMeant = command === PARTITION_COMMANDS.CLEAR_COUNTER && target !== OWN;
        return isMeant ? [PARTITION_STATUSES.OK] : firmware.execute(command, operands, label);
      },
    };
  }),
  model: 'hypervisor-function',
} satisfies BrokenVariant;
