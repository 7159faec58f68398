import type { Blocked, ListedCommand } from '../../kit/subject/operations.js';
import type { Core } from './core.js';
import type { FwctlDevice } from './device.js';

/** An entry of the kernel's list of what it blocks; the device itself in place of its name. */
export type BlockEntry = Exclude<Blocked, { kind: 'device' }> | { readonly kind: 'device'; readonly device: FwctlDevice };

/** Whether all of the device is kept from user space. It is asked anew each time: list and firmware may have changed. */
export function isBlocked(core: Core, device: FwctlDevice): boolean {
  return core.kernel.blocked.some((entry) =>
    entry.kind === 'device' ? entry.device === device : entry.kind === 'firmware' && core.parts.isListedRelease(core, entry, device),
  );
}

/** Whether the request is one that no driver is to see. */
export function isBlockedRequest(core: Core, device: FwctlDevice, request: Uint8Array): boolean {
  return core.kernel.blocked.some(
    (entry) => entry.kind === 'command' && core.parts.isListedRelease(core, entry, device) && beginsWith(request, entry.beginning),
  );
}

/** The request as the driver is to see it; what would lie behind its end is left out. */
export function amendRequest(core: Core, device: FwctlDevice, request: Uint8Array): Uint8Array {
  return core.kernel.amended
    .filter((entry) => isListedRelease(core, entry, device) && beginsWith(request, entry.beginning))
    .reduce((amended, { at, bytes }) => amended.map((byte, index) => bytes[index - at] ?? byte), request);
}

/** An entry that names no release is about all of them. What a driver does not tell of its firmware counts as listed. */
export function isListedRelease(
  _core: Core,
  { deviceType, releases }: Pick<ListedCommand, 'deviceType' | 'releases'>,
  { ops }: FwctlDevice,
): boolean {
  if (ops?.deviceType !== deviceType) return false;
  const running = ops.firmwareRelease?.();
  return releases.length === 0 || running === undefined || releases.includes(running);
}

function beginsWith(request: Uint8Array, beginning: Uint8Array): boolean {
  return beginning.every((byte, index) => request[index] === byte);
}
