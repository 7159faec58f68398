import { type Answer, done } from './answer.js';
import type { Firmware } from './firmware.js';

/** What a list of drives says of each. */
const STATES = { unused: 0, member: 1, failed: 2 } as const;

/** In no volume and no rebuild, and in no other volume that waits for the reset: whoever composes one anew may take its drives again. */
export function isUnused({ volumes, stagedVolumes, rebuilds, failedDrives }: Firmware, drive: number, forVolume: number): boolean {
  const waiting = [...stagedVolumes].filter(([id]) => id !== forVolume).flatMap(([, volume]) => volume?.drives ?? []);
  const members = [...volumes.values()].flatMap(({ drives }) => drives);
  const replacements = [...rebuilds.values()].filter(({ volume }) => volume !== forVolume).map(({ replacement }) => replacement);
  return ![...members, ...waiting, ...replacements, ...failedDrives].includes(drive);
}

/** A byte for each drive, in the order of their numbers. */
export function listDrives({ driveCount, failedDrives, volumes }: Firmware): Answer {
  const members = [...volumes.values()].flatMap(({ drives }) => drives);
  const states = Array.from({ length: driveCount }, (_, drive) => {
    if (failedDrives.has(drive)) return STATES.failed;
    return members.includes(drive) ? STATES.member : STATES.unused;
  });
  return done(Uint8Array.from(states));
}
