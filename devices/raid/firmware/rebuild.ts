import type { RaidRequest } from '../../../kit/formats/raid/messages.js';
import { type Answer, done, failed } from './answer.js';
import type { Firmware } from './firmware.js';

/** A volume gets a drive in place of its failed one; nobody who uses the volume notices. */
export type Rebuild = { readonly volume: number; readonly failed: number; readonly replacement: number };

/** The payload is the drive that comes in. Sent once more it changes nothing. */
export function startRebuild(firmware: Firmware, { target, payload }: RaidRequest): Answer {
  const volume = firmware.volumes.get(target);
  if (volume === undefined) return failed('NO_SUCH_VOLUME');
  const [replacement = 0] = payload;
  if (replacement >= firmware.driveCount) return failed('NO_SUCH_DRIVE');
  const lost = volume.drives.find((drive) => firmware.failedDrives.has(drive));
  if (lost === undefined) return failed('BAD_PARAMETER');
  if (!firmware.parts.isUnused(firmware, replacement, target)) return failed('DRIVE_IN_USE');
  firmware.parts.keepRebuild(firmware, { volume: target, failed: lost, replacement });
  return done();
}

/** The volume has its new drive when the rebuild is through. */
export function keepRebuild({ rebuilds }: Firmware, rebuild: Rebuild): void {
  rebuilds.set(rebuild.volume, rebuild);
}
