import { CSE_MASK, CSP_MASK, FEATURE_RESERVED_MASK, NVME_EFFECTS, OWN_SCOPE, RESERVED_MASK } from '../../../kit/formats/nvme/effects.js';
import { dataDirection } from '../../../kit/formats/nvme/opcodes.js';
import { SCOPE_NUMBERS, type Scope } from '../../../kit/uapi/scope.js';

const { LBCC, NCC, NIC, CCC } = NVME_EFFECTS;
/** Blocks and namespaces are for the block layer, and namespaces may be another host's. */
const REFUSED = LBCC | NCC | NIC;

/** Whether others are in the way, or notice. */
function isDisruptive(effects: number): boolean {
  return (effects & CCC) !== 0 || (effects & CSE_MASK) !== 0 || (effects & CSP_MASK & ~OWN_SCOPE) !== 0;
}

/** The least scope of a vendor-specific command with that entry in the log, or null when there is none. */
export function scopeOfEffects(opcode: number, effects: number): Scope | null {
  const direction = dataDirection(opcode);
  if ((effects & (REFUSED | RESERVED_MASK)) !== 0 || direction === 'both') return null;
  if (isDisruptive(effects)) return 'debug write full';
  return direction === 'to the controller' ? 'debug write' : 'debug read only';
}

/** The least scope in which a vendor-specific feature is set: without any effect it waits for a reset. */
export function scopeOfFeatureEffects(effects: number): Scope | null {
  if ((effects & (REFUSED | FEATURE_RESERVED_MASK)) !== 0) return null;
  return isDisruptive(effects) ? 'debug write full' : 'configuration';
}

/** Each scope admits what the lesser ones admit. */
export function reaches(scope: Scope, least: Scope): boolean {
  return SCOPE_NUMBERS[scope] >= SCOPE_NUMBERS[least];
}
