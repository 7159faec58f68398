import { RESET_PERSISTENCE } from '../../../kit/formats/cxl/feature-entry.js';

/** The resets of a memory device, from the least to the deepest: a deeper one does all that a lesser one does. */
export const CXL_RESETS = ['cxl', 'conventional', 'cold'] as const;
export type CxlReset = (typeof CXL_RESETS)[number];

/** How deep a reset goes. Of the conventional resets that are not cold, hot and warm, the warm one is meant. */
export const RESET_DEPTH = {
  cxl: RESET_PERSISTENCE.cxl,
  conventional: RESET_PERSISTENCE.warm,
  cold: RESET_PERSISTENCE.cold,
} as const satisfies Record<CxlReset, number>;

/** Whether what waits for one reset has come to its end at another. */
export function isDue(until: CxlReset, reset: CxlReset): boolean {
  return RESET_DEPTH[reset] >= RESET_DEPTH[until];
}
