import type { FwctlOps } from '../driver-ops.js';
import type { Core } from './core.js';
import type { Allocation } from './memory.js';
import type { DriverModule } from './module.js';
import type { OpenFile } from './open-file.js';
import { RegistrationLock } from './registration-lock.js';

/** struct fwctl_device. `ops` is null from unregister on. */
export type FwctlDevice = {
  readonly number: number;
  readonly name: string;
  /** Where the `device` link of the class entry leads. */
  readonly parent: string;
  readonly registration: RegistrationLock;
  readonly files: Set<OpenFile>;
  readonly module: DriverModule;
  readonly memory: Allocation;
  ops: FwctlOps | null;
  references: number;
};

export function createDevice(memory: Allocation, number: number, ops: FwctlOps, parent: string, module: DriverModule): FwctlDevice {
  return {
    number,
    name: `fwctl${number}`,
    parent,
    registration: new RegistrationLock(),
    files: new Set(),
    module,
    memory,
    ops,
    references: 1,
  };
}

export function deviceGet(device: FwctlDevice): void {
  device.references += 1;
}

/** Number and memory are free again when nobody refers to the device any more: neither its driver nor an open file. */
export function devicePut(core: Core, device: FwctlDevice): void {
  device.references -= 1;
  if (device.references > 0) return;
  core.parts.freeNumber(core, device.number);
  core.parts.free(core, device.memory);
}
