/** From the least to the greatest: each does all that the ones before it do. Source: the CXL specification, reset types. */
export const RESETS = ['cxl', 'conventional', 'cold'] as const;
export type Reset = (typeof RESETS)[number];

export function includes(reset: Reset, lesser: Reset): boolean {
  return RESETS.indexOf(reset) >= RESETS.indexOf(lesser);
}
