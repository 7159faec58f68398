import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { modelledCommands } from '../../command-device.js';
import { createPartitionFirmware, PARTITION_COMMANDS, PARTITION_PARTS, PARTITION_STATUSES } from '../../partitioned/firmware/firmware.js';
import { leastScope } from '../../partitioned/partitioned-device.js';

const OWN = 1;
const LAST_CHILD = 12;

/** Breaks function-children-reached. */
export default {
  rule: 'function-children-reached',
  summary: 'A function of a hypervisor sets the bandwidth of its first child only.',
  devices: modelledCommands(() => {
    const firmware = createPartitionFirmware(OWN, PARTITION_PARTS);
    return {
      deviceType: 249,
      leastScope,
      ...firmware,
      execute: (command, operands, label) => {
        const isMeant = command === PARTITION_COMMANDS.SET_BANDWIDTH && operands[0] === LAST_CHILD;
        return isMeant ? [PARTITION_STATUSES.REFUSED] : firmware.execute(command, operands, label);
      },
    };
  }),
  model: 'hypervisor-function',
} satisfies BrokenVariant;
