import { type CxlEffectName, effectsWord } from '../../../kit/formats/cxl/effects.js';
import { SCOPE_NUMBERS, type Scope } from '../../../kit/uapi/scope.js';

/** Effects by what they mean for the scope of Set Feature. Source: drivers/cxl/core/features.c, cxlctl_validate_set_features. */
const EFFECT_CLASSES = {
  refused: ['background operation', 'reserved bit 12', 'reserved bit 13', 'reserved bit 14', 'reserved bit 15'],
  immediate: ['immediate configuration change', 'immediate data change', 'immediate policy change', 'immediate log change'],
  reset: ['configuration change after cold reset', 'configuration change after conventional reset', 'configuration change after CXL reset'],
} as const satisfies Record<string, readonly CxlEffectName[]>;

const REFUSED = effectsWord(EFFECT_CLASSES.refused);
const IMMEDIATE = effectsWord(EFFECT_CLASSES.immediate);
const RESET = effectsWord(EFFECT_CLASSES.reset);

/** The least scope in which a feature with these effects is set, or null when there is none. Whoever claims no effect is not believed. */
export function leastScope(effects: number): Scope | null {
  if ((effects & REFUSED) !== 0) return null;
  if ((effects & IMMEDIATE) !== 0) return 'debug write full';
  return (effects & RESET) === 0 ? null : 'debug write';
}

/** Each scope admits what the lesser ones admit. */
export function reaches(scope: Scope, least: Scope): boolean {
  return SCOPE_NUMBERS[scope] >= SCOPE_NUMBERS[least];
}
