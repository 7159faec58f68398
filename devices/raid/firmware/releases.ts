import type { RaidCommandName } from '../../../kit/formats/raid/commands.js';

/** The releases of the firmware, in their order; a controller comes with the middle one. */
export type Release = 'earlier' | 'usual' | 'later';

/** Major in the lower half, minor in the upper one. */
export const VERSIONS = { earlier: 0x0009_0000, usual: 0x0000_0001, later: 0x0001_0001 } as const satisfies Record<Release, number>;

/** How much of what there is to tell a release tells, in bytes; what is not listed it tells in full. */
const TOLD: Partial<Record<RaidCommandName, Record<Release, number>>> = {
  GET_CONTROLLER: { earlier: 8, usual: 12, later: 16 },
  GET_PATROL_READ: { earlier: 1, usual: 1, later: 2 },
};

export function resultsOfRelease(release: Release, name: RaidCommandName, results: Uint8Array): Uint8Array {
  return results.subarray(0, TOLD[name]?.[release]);
}
