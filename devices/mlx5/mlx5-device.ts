import { MLX5_COMMANDS, type Mlx5CommandName } from '../../kit/formats/mlx5/commands.js';
import type { RequestHeader } from '../../kit/formats/mlx5/mailbox.js';
import { MLX5_SETUP, type Mlx5Setup, type ModelledSetup } from '../../kit/subject/device-setups.js';
import type { Scope } from '../../kit/uapi/scope.js';
import type { DeviceFactories, DeviceInstance } from '../../reference-impl/device-instance.js';
import { deviceKind } from '../../reference-impl/device-kind.js';
import { leastScope } from './driver/admission.js';
import { CommandSlots } from './driver/command-slots.js';
import { CAPABILITY_REQUEST, CAPABILITY_ROOM, offeredCapabilities } from './driver/function-gate.js';
import { kernelUser } from './driver/kernel-user.js';
import { mlx5Ops } from './driver/ops.js';
import { MLX5_DRIVER_PARTS, type Mlx5DriverParts } from './driver/parts.js';
import { UnderWay } from './driver/under-way.js';
import { MLX5_FIRMWARE_PARTS, type Mlx5FirmwareParts } from './firmware/parts.js';
import { createMlx5Hardware } from './mlx5-hardware.js';

/** What a variant replaces in the driver, and in the firmware. */
export type Mlx5Change = { readonly driver?: Partial<Mlx5DriverParts>; readonly firmware?: Partial<Mlx5FirmwareParts> };

/** An mlx5 function with the driver bound to it. */
export async function createMlx5Device(setup: Mlx5Setup, instance: number, change: Mlx5Change = {}): Promise<DeviceInstance> {
  const parts = { ...MLX5_DRIVER_PARTS, ...change.driver };
  const { link, parent, firmware, runFirmware } = createMlx5Hardware(setup, instance, change.firmware);
  const capabilities = await link.execute(CAPABILITY_REQUEST, CAPABILITY_ROOM);
  const offered = capabilities.ok ? offeredCapabilities(capabilities.value) : 0;
  const supported = parts.isFwctlSupported(offered, setup.functionKind);
  if (!supported) return { ops: null, parent, firmware };
  const slots = new CommandSlots(setup.commandSlots, parts.firstInLine);
  const driver = { parts, link, offeredCapabilities: offered, slots, claimed: new Set<number>(), underWay: new UnderWay<number>() };
  return { ops: mlx5Ops(driver), parent, firmware, runFirmware, kernelUser: kernelUser(driver) };
}

const mlx5Kind = deviceKind({ driver: MLX5_DRIVER_PARTS, firmware: MLX5_FIRMWARE_PARTS }, createMlx5Device);

/** The device factory of the reference, and of a variant. */
export function mlx5With(change: Mlx5Change): Pick<DeviceFactories, 'mlx5'> {
  return { mlx5: mlx5Kind(() => change) };
}

const modelledKind = deviceKind(
  { driver: MLX5_DRIVER_PARTS, firmware: MLX5_FIRMWARE_PARTS },
  (_setup: ModelledSetup, instance, change: Mlx5Change) => createMlx5Device(MLX5_SETUP, instance, change),
);

/** The same behind a model file: for rules that know a device by its model only. */
export function modelledWith(change: () => Mlx5Change): Pick<DeviceFactories, 'modelled'> {
  return { modelled: modelledKind(change) };
}

/** The same, with a driver that admits the command in that scope and above, whatever the policy says. */
export function modelledAdmitting(command: Mlx5CommandName, scope: Scope): Pick<DeviceFactories, 'modelled'> {
  const admits = { leastScope: (header: RequestHeader) => (header.opcode === MLX5_COMMANDS[command] ? scope : leastScope(header)) };
  return modelledWith(() => ({ driver: admits }));
}
