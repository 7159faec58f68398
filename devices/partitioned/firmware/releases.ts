/** The releases of the firmware, in their order; a device comes with the middle one. */
export type Release = 'earlier' | 'usual' | 'later';

/** How much of what there is to tell of a bandwidth a release tells, in bytes: itself, the most that it can be, and its unit. */
const TOLD_OF_BANDWIDTH = { earlier: 1, usual: 2, later: 3 } as const satisfies Record<Release, number>;
const MOST = 100;
const PERCENT = 1;

export function describeBandwidth(bandwidth: number, release: Release): readonly number[] {
  return [bandwidth, MOST, PERCENT].slice(0, TOLD_OF_BANDWIDTH[release]);
}
