import type { ClassEntry, DeviceNode } from '../../kit/subject/operations.js';
import type { Core } from './core.js';
import type { FwctlDevice } from './device.js';

/** The major is allocated when the core is loaded; any number would do. */
const MAJOR = 511;

export function addToClass(core: Core, device: FwctlDevice): void {
  core.registered.set(device.name, device);
}

export function removeFromClass(core: Core, device: FwctlDevice): void {
  core.registered.delete(device.name);
}

/** Those that user space finds: of a device that is blocked there is neither entry nor node. */
export function visibleDevices(core: Core): readonly FwctlDevice[] {
  return [...core.registered.values()].filter((device) => !core.parts.isBlocked(core, device));
}

/** Below /sys/class/fwctl. The class has no attributes of its own. */
export function classEntry(_core: Core, device: FwctlDevice): ClassEntry {
  return {
    name: device.name,
    attributes: ['dev', 'device', 'power', 'subsystem', 'uevent'],
    parent: device.parent,
    deviceNumber: `${MAJOR}:${device.number}`,
  };
}

/** Below /dev/fwctl. The class sets no mode, so devtmpfs gives its own. */
export function deviceNode(_core: Core, device: FwctlDevice): DeviceNode {
  return {
    path: `/dev/fwctl/${device.name}`,
    mode: 0o600,
    owner: 'root',
    group: 'root',
    deviceNumber: `${MAJOR}:${device.number}`,
  };
}
