import { MLX5_SETUP, type Mlx5Setup } from '../../kit/subject/device-setups.js';
import type { DeviceFactories, DeviceInstance } from '../../reference-impl/device-instance.js';
import { CAPABILITY_REQUEST, CAPABILITY_ROOM, offeredCapabilities } from './driver/function-gate.js';
import { mlx5Ops } from './driver/ops.js';
import { MLX5_DRIVER_PARTS, type Mlx5DriverParts } from './driver/parts.js';
import { createFirmware, resetFirmware } from './firmware/firmware.js';
import type { Mlx5FirmwareParts } from './firmware/parts.js';
import { ObservedLink } from './observed-link.js';

/** What a variant replaces in the driver, and in the firmware. */
export type Mlx5Change = { readonly driver?: Partial<Mlx5DriverParts>; readonly firmware?: Partial<Mlx5FirmwareParts> };

/** An mlx5 function with the driver bound to it. */
export function createMlx5Device(setup: Mlx5Setup, instance: number, change: Mlx5Change = {}): DeviceInstance {
  const parts = { ...MLX5_DRIVER_PARTS, ...change.driver };
  const firmware = createFirmware(setup, change.firmware);
  const link = new ObservedLink(firmware);
  const capabilities = link.execute(CAPABILITY_REQUEST, CAPABILITY_ROOM);
  const offered = capabilities.ok ? offeredCapabilities(capabilities.value) : 0;
  const supported = parts.isFwctlSupported(offered, setup.functionKind);
  return {
    ops: supported ? mlx5Ops({ parts, link, offeredCapabilities: offered }) : null,
    parent: `pci0000:00/0000:${instance.toString(16).padStart(2, '0')}:00.0`,
    firmware: {
      state: () => link.state(),
      fault: (fault) => link.failNext(fault),
      reset: () => resetFirmware(firmware),
    },
  };
}

/** The device factory of a variant. */
export function mlx5With(change: Mlx5Change): Pick<DeviceFactories, 'mlx5'> {
  return { mlx5: (setup, instance) => createMlx5Device(setup, instance, change) };
}

/** The same behind a model file: for rules that know a device by its model only. */
export function modelledWith(change: () => Mlx5Change): Pick<DeviceFactories, 'modelled'> {
  return { modelled: (_setup, instance) => createMlx5Device(MLX5_SETUP, instance, change()) };
}
