import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { modelledCommands } from '../../command-device.js';
import { createPartitionFirmware, PARTITION_COMMANDS, PARTITION_PARTS, PARTITION_STATUSES } from '../../partitioned/firmware/firmware.js';
import { leastScope } from '../../partitioned/partitioned-device.js';

const OWN = 1;

/** Breaks function-global-state-is-privileged. */
export default {
  rule: 'function-global-state-is-privileged',
  summary: 'The mode of the device is set, and then refused.',
  devices: modelledCommands(() => {
    const firmware = createPartitionFirmware(OWN, PARTITION_PARTS);
    let mode = 0;
    return {
      deviceType: 249,
      leastScope,
      ...firmware,
      execute: (command, operands, label) => {
        if (command === PARTITION_COMMANDS.SET_MODE) mode = operands[1] ?? mode;
        return command === PARTITION_COMMANDS.GET_MODE ? [PARTITION_STATUSES.OK, mode] : firmware.execute(command, operands, label);
      },
    };
  }),
  model: 'hypervisor-function',
} satisfies BrokenVariant;
