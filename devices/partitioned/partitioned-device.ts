import type { Scope } from '../../kit/uapi/scope.js';
import type { DeviceFactories } from '../../reference-impl/device-instance.js';
import { type CommandDevice, modelledCommands } from '../command-device.js';
import { createPartitionFirmware, PARTITION_COMMANDS, PARTITION_PARTS, type PartitionParts } from './firmware/firmware.js';

/** By which functions the device can be seen. */
export const PARTITIONS = { hypervisor: 1, 'virtual machine': 11 } as const;

/** The driver knows what a command does; whom it may be about, and who may clear a counter, the firmware knows better. */
export function leastScope(command: number): Scope | null {
  switch (command) {
    case PARTITION_COMMANDS.GET_BANDWIDTH:
    case PARTITION_COMMANDS.SET_BANDWIDTH:
    case PARTITION_COMMANDS.GET_MODE:
    case PARTITION_COMMANDS.SET_MODE:
    case PARTITION_COMMANDS.CLEAR_COUNTER:
      return 'configuration';
    case PARTITION_COMMANDS.READ_COUNTER:
      return 'debug read only';
    default:
      return null;
  }
}

/** One function of a device that several share, behind its model file. */
export function modelledFunctionWith(
  partition: keyof typeof PARTITIONS,
  change: Partial<PartitionParts> = {},
  driver: Pick<CommandDevice, 'label'> = {},
): Pick<DeviceFactories, 'modelled'> {
  return modelledCommands(() => ({
    deviceType: 249,
    leastScope,
    ...driver,
    ...createPartitionFirmware(PARTITIONS[partition], { ...PARTITION_PARTS, ...change }),
  }));
}
