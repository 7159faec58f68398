import { ok, refuse } from '../kit/result.js';
import type { FirmwareRelease } from '../kit/subject/operations.js';
import { SCOPE_NUMBERS, type Scope } from '../kit/uapi/scope.js';
import type { DeviceFactories, DeviceInstance } from '../reference-impl/device-instance.js';
import { NO_CONTEXT } from '../reference-impl/driver-ops.js';

/** A device of a few commands, the first byte of a request, that is known by its model file. */
export type CommandDevice = {
  /** enum fwctl_device_type; none of these has a number in the kernel. */
  readonly deviceType: number;
  /** What the driver decides: the least scope that admits a command, or null when none does. */
  readonly leastScope: (command: number) => Scope | null;
  /** How the driver tells the firmware in which scope a command came; the number of the uAPI when absent. */
  readonly label?: (scope: Scope) => number;
  /** What the firmware does; its answer is never longer than a few bytes. */
  readonly execute: (command: number, operands: readonly number[], label: number) => readonly number[];
  /** Where there are several releases of its firmware. */
  readonly runFirmware?: (release: FirmwareRelease) => void;
};

/** The factory of a variant; each device that it makes begins anew. */
export function modelledCommands(create: () => CommandDevice): Pick<DeviceFactories, 'modelled'> {
  return { modelled: (_setup, instance) => instanceOf(create(), instance) };
}

function labelOf(scope: Scope): number {
  return SCOPE_NUMBERS[scope];
}

function instanceOf({ deviceType, leastScope, label = labelOf, execute, runFirmware }: CommandDevice, instance: number): DeviceInstance {
  return {
    ...(runFirmware && { runFirmware }),
    parent: `pci0000:60/0000:${(0x60 + instance).toString(16)}:00.0`,
    ops: {
      deviceType,
      ...NO_CONTEXT,
      fwRpc: (_context, scope, [command = 0, ...operands]) => {
        const least = leastScope(command);
        if (least === null || SCOPE_NUMBERS[scope] < SCOPE_NUMBERS[least]) return refuse('EPERM');
        return ok(Uint8Array.from(execute(command, operands, label(scope))));
      },
    },
  };
}
