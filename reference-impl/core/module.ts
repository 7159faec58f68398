import type { CallOutcome } from '../../kit/subject/operations.js';
import type { Core } from './core.js';
import type { FwctlDevice } from './device.js';

/** The module that a driver is in, and its devices. */
export type DriverModule = { readonly devices: Set<FwctlDevice> };

export function createModule(): DriverModule {
  return { devices: new Set() };
}

/**
 * Open files do not refer to the module of the driver, so that it can go: its devices are unregistered, and nothing of
 * it is left to call. Source: kernel/module/main.c, try_stop_module, and drivers/fwctl/main.c, fwctl_unregister.
 */
export async function removeModule(core: Core, module: DriverModule): Promise<CallOutcome> {
  for (const device of module.devices) await core.parts.unregister(core, device);
  return { ok: true };
}
