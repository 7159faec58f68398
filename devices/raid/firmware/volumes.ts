import type { RaidRequest } from '../../../kit/formats/raid/messages.js';
import { type Answer, done, failed } from './answer.js';
import type { Firmware } from './firmware.js';

/** Drives that are used as one. `isAttached` says that the block driver of the host uses it. */
export type Volume = { readonly level: number; readonly drives: readonly number[]; readonly isAttached: boolean };

/** Which RAID levels there are, and how many drives each of them takes at least. */
const FEWEST_DRIVES: ReadonlyMap<number, number> = new Map([
  [0, 2],
  [1, 2],
  [5, 3],
]);

/** A bit for each of them. */
export const LEVELS = [...FEWEST_DRIVES.keys()].reduce((bits, level) => bits | (1 << level), 0);

/** For each volume its number, level, how many drives it has, and those. */
export function listVolumes({ volumes }: Firmware): Answer {
  return done(Uint8Array.from([...volumes].flatMap(([id, { level, drives }]) => [id, level, drives.length, ...drives])));
}

/** The payload is level, count and drives. The volume is there after the next reset; until then it can be composed otherwise. */
export function composeVolume(firmware: Firmware, { target, payload }: RaidRequest): Answer {
  const [level = 0, count = 0, ...drives] = payload;
  const fewest = FEWEST_DRIVES.get(level);
  if (fewest === undefined || count !== drives.length || count < fewest || new Set(drives).size !== count) return failed('BAD_PARAMETER');
  if (drives.some((drive) => drive >= firmware.driveCount)) return failed('NO_SUCH_DRIVE');
  if (firmware.volumes.has(target)) return failed('VOLUME_IN_USE');
  if (drives.some((drive) => !firmware.parts.isUnused(firmware, drive, target))) return failed('DRIVE_IN_USE');
  firmware.stagedVolumes.set(target, { level, drives, isAttached: false });
  return done();
}

/** The volume is gone after the next reset. */
export function deleteVolume(firmware: Firmware, { target }: RaidRequest): Answer {
  const volume = firmware.volumes.get(target);
  if (volume === undefined) return failed('NO_SUCH_VOLUME');
  if (firmware.parts.isInUse(volume)) return failed('VOLUME_IN_USE');
  firmware.stagedVolumes.set(target, null);
  return done();
}

export function isInUse({ isAttached }: Volume): boolean {
  return isAttached;
}
