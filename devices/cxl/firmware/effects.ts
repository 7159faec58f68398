import { CXL_EFFECT_BITS, type CxlEffectName } from '../../../kit/formats/cxl/effects.js';
import type { Reset } from './resets.js';

const IMMEDIATE: readonly CxlEffectName[] = [
  'immediate configuration change',
  'immediate data change',
  'immediate policy change',
  'immediate log change',
];

const AT_RESET: readonly (readonly [CxlEffectName, Reset])[] = [
  ['configuration change after CXL reset', 'cxl'],
  ['configuration change after conventional reset', 'conventional'],
  ['configuration change after cold reset', 'cold'],
];

export function hasEffect(effects: number, name: CxlEffectName): boolean {
  return (effects & (1 << CXL_EFFECT_BITS[name])) !== 0;
}

/**
 * When a new value becomes the current one: at once, or at the least of the resets that the effects name. A feature
 * with an immediate effect, or with none at all, has nothing to wait for.
 */
export function takesEffect(effects: number): 'at once' | Reset {
  if (IMMEDIATE.some((name) => hasEffect(effects, name))) return 'at once';
  return AT_RESET.find(([name]) => hasEffect(effects, name))?.[1] ?? 'at once';
}
