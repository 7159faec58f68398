import { type CxlEffectName, hasEffect } from '../../../kit/formats/cxl/effects.js';
import type { CxlReset } from './resets.js';

const IMMEDIATE: readonly CxlEffectName[] = [
  'immediate configuration change',
  'immediate data change',
  'immediate policy change',
  'immediate log change',
];

/** From the least reset to the deepest. */
const AT_RESET: readonly (readonly [CxlEffectName, CxlReset])[] = [
  ['configuration change after CXL reset', 'cxl'],
  ['configuration change after conventional reset', 'conventional'],
  ['configuration change after cold reset', 'cold'],
];

/**
 * When a feature with these effects takes a new value. Of several announced resets the least one will do; beside an
 * immediate effect, and when no reset is announced, nothing waits. The resets that extended effects announce are
 * believed without the bit that marks them as valid, so that no change comes earlier than the entry could be read to say.
 */
export function whenLive(effects: number): CxlReset | 'now' {
  if (IMMEDIATE.some((effect) => hasEffect(effects, effect))) return 'now';
  return AT_RESET.find(([effect]) => hasEffect(effects, effect))?.[1] ?? 'now';
}
