import { ok, type Result, refuse } from '../../kit/result.js';
import type { Errno } from '../../kit/uapi/errno.js';
import type { FwctlOps } from '../driver-ops.js';
import type { Core } from './core.js';
import { createDevice, devicePut, type FwctlDevice } from './device.js';
import type { DriverModule } from './module.js';

/** Source: drivers/fwctl/main.c, _fwctl_alloc_device and fwctl_register. Drivers turn "no number left" into ENOMEM. */
export function register(core: Core, ops: FwctlOps, parent: string, module: DriverModule): Result<FwctlDevice, Errno> {
  const memory = core.parts.allocate(core, 'a device');
  if (memory === null) return refuse('ENOMEM');
  const number = core.parts.allocateNumber(core);
  if (number === null) {
    core.parts.free(core, memory);
    return refuse('ENOMEM');
  }
  const device = createDevice(memory, number, ops, parent, module);
  module.devices.add(device);
  core.parts.addToClass(core, device);
  return ok(device);
}

/**
 * Source: drivers/fwctl/main.c, fwctl_unregister. The node goes first, so that no new file is opened; then calls
 * in flight end; then the user context of every open file; and from then on no operation of the driver is called.
 */
export async function unregister(core: Core, device: FwctlDevice): Promise<void> {
  core.parts.removeFromClass(core, device);
  device.module.devices.delete(device);
  await core.parts.waitForCalls(core, device);
  await core.parts.closeAllContexts(core, device);
  core.parts.forgetDriver(core, device);
  device.registration.writeUnlock();
  devicePut(core, device);
}

export async function waitForCalls(_core: Core, device: FwctlDevice): Promise<void> {
  await device.registration.writeLock();
}

export async function closeAllContexts(core: Core, device: FwctlDevice): Promise<void> {
  for (const file of device.files) await core.parts.closeUctx(core, file);
}

export function forgetDriver(_core: Core, device: FwctlDevice): void {
  device.ops = null;
}
