import type { Core } from './core.js';
import type { FwctlDevice } from './device.js';

/** The driver's number, as it is: enum fwctl_device_type is stable uAPI. */
export function deviceType(_core: Core, device: FwctlDevice): number {
  return device.ops?.deviceType ?? 0;
}
