/**
 * Bit numbers of a Command Effects word, in the Command Effects Log and in a Supported Features entry.
 * Source: include/uapi/cxl/features.h (CXL_CMD_*). Bit 8 has no name there; the CXL specification has the names of
 * bits 7 and 8 the other way round. Neither decides anything.
 */
export const CXL_EFFECT_BITS = {
  'configuration change after cold reset': 0,
  'immediate configuration change': 1,
  'immediate data change': 2,
  'immediate policy change': 3,
  'immediate log change': 4,
  'security state change': 5,
  'background operation': 6,
  'background abort supported': 7,
  'secondary mailbox supported': 8,
  'extended effects valid': 9,
  'configuration change after conventional reset': 10,
  'configuration change after CXL reset': 11,
  'reserved bit 12': 12,
  'reserved bit 13': 13,
  'reserved bit 14': 14,
  'reserved bit 15': 15,
} as const;

export type CxlEffectName = keyof typeof CXL_EFFECT_BITS;

export const CXL_EFFECT_NAMES = Object.keys(CXL_EFFECT_BITS) as readonly CxlEffectName[];

/** The word in which exactly these effects are set. */
export function effectsWord(names: readonly CxlEffectName[]): number {
  return names.reduce((word, name) => word | (1 << CXL_EFFECT_BITS[name]), 0);
}

export function hasEffect(word: number, name: CxlEffectName): boolean {
  return (word & (1 << CXL_EFFECT_BITS[name])) !== 0;
}

/** The names of all effects that are set. */
export function effectNames(word: number): readonly CxlEffectName[] {
  return CXL_EFFECT_NAMES.filter((name) => hasEffect(word, name));
}
