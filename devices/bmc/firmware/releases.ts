import type { IpmiCommandName } from '../../../kit/formats/ipmi/commands.js';

/** The releases of the firmware, in their order; a manager comes with the middle one. */
export type Release = 'earlier' | 'usual' | 'later';

/** Major in the lower byte, minor in the upper one. */
export const REVISIONS = { earlier: 0x0900, usual: 0x0001, later: 0x0101 } as const satisfies Record<Release, number>;

/** How much of what there is to tell a release tells, in bytes; what is not listed it tells in full. */
const TOLD: Partial<Record<IpmiCommandName, Record<Release, number>>> = {
  'Get Device ID': { earlier: 2, usual: 3, later: 4 },
  'Get Sensor Reading': { earlier: 1, usual: 1, later: 2 },
};

export function dataOfRelease(release: Release, name: IpmiCommandName, data: Uint8Array): Uint8Array {
  return data.subarray(0, TOLD[name]?.[release]);
}
