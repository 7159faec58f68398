import type { Variant } from '../../../reference-impl/variant.js';
import { modelledCommands } from '../../command-device.js';
import { createPartitionFirmware, PARTITION_COMMANDS, PARTITION_PARTS, PARTITION_STATUSES } from '../../partitioned/firmware/firmware.js';
import { leastScope } from '../../partitioned/partitioned-device.js';

const OWN = 1;

export default {
  summary: 'The bandwidth of a function is set once; after that it is refused, as if the function were out of reach.',
  devices: modelledCommands(() => {
    const firmware = createPartitionFirmware(OWN, PARTITION_PARTS);
    const set = new Set<number | undefined>();
    return {
      deviceType: 249,
      leastScope,
      ...firmware,
      execute: (command, operands, label) => {
        if (command !== PARTITION_COMMANDS.SET_BANDWIDTH) return firmware.execute(command, operands, label);
        if (set.has(operands[0])) return [PARTITION_STATUSES.REFUSED];
        set.add(operands[0]);
        return firmware.execute(command, operands, label);
      },
    };
  }),
  model: 'hypervisor-function',
} satisfies Variant;
