import type { CciRequest } from '../../../../kit/formats/cxl/cci-message.js';
import { effectsWord, hasEffect } from '../../../../kit/formats/cxl/effects.js';
import { CXL_OPCODES } from '../../../../kit/formats/cxl/opcodes.js';
import { decodeTunnel } from '../../../../kit/formats/cxl/tunnel.js';
import type { Scope } from '../../../../kit/uapi/scope.js';
import { leastScope } from '../effects-scope.js';
import type { Path } from './effects-log.js';
import { COORDINATED, DESTRUCTIVE, READING, SETTING } from './known-commands.js';
import type { SwitchDriver } from './parts.js';

const BACKGROUND = effectsWord(['background operation']);
const RESERVED = effectsWord(['reserved bit 12', 'reserved bit 13', 'reserved bit 14', 'reserved bit 15']);

/** A command where it is carried out, and what it announces there. */
export type Destined = { readonly path: Path; readonly command: CciRequest; readonly effects: number };

/** The least scope in which the command is sent; null when it is sent in none. What is tunnelled is judged where it arrives. */
export async function leastScopeOf(driver: SwitchDriver, command: CciRequest, path: Path = []): Promise<Scope | null> {
  const { parts, link } = driver;
  if (command.opcode === CXL_OPCODES['Tunnel Management Command']) {
    const tunnelled = decodeTunnel(command.payload);
    return tunnelled && parts.leastScopeOf(driver, tunnelled.command, [...path, tunnelled.port]);
  }
  const effects = (await parts.effectsLog(link, path))?.get(command.opcode);
  return effects === undefined ? null : judge(driver, { path, command, effects });
}

function judge(driver: SwitchDriver, destined: Destined): Scope | null {
  const { parts } = driver;
  const { opcode } = destined.command;
  if (COORDINATED.has(opcode) || !parts.mayBegin(destined)) return null;
  if (parts.isDestructive(opcode)) return parts.mayDestroy(driver, destined) ? 'debug write full' : null;
  if (READING.has(opcode) && destined.effects === 0) return parts.readingScope(destined);
  return READING.has(opcode) || SETTING.has(opcode) ? parts.scopeOfEffects(destined.effects) : parts.unknownScope(destined);
}

/** Whatever cannot be understood or ended is not begun; what goes on behind a port could not be ended from here. */
export function mayBegin({ path, effects }: Destined): boolean {
  if ((effects & RESERVED) !== 0) return false;
  return !hasEffect(effects, 'background operation') || (path.length === 0 && hasEffect(effects, 'background abort supported'));
}

export function isDestructive(opcode: number): boolean {
  return DESTRUCTIVE.has(opcode);
}

/** Port and virtual switch of the host that this kernel runs on. */
const OWN = 0;

/** Only a BMC may, and not to the host that it runs on. */
export function mayDestroy({ parts, isBmc }: SwitchDriver, { command }: Destined): boolean {
  return isBmc && !parts.concernsOwnHost(command);
}

/** The first byte of each of these payloads tells port, virtual switch, or host. */
export function concernsOwnHost({ payload }: CciRequest): boolean {
  return payload[0] === OWN;
}

export function readingScope(_destined: Destined): Scope {
  return 'configuration';
}

/** By what is announced beside a background operation, which `mayBegin` has seen to. */
export function scopeOfEffects(effects: number): Scope | null {
  return leastScope(effects & ~BACKGROUND);
}

/** Nobody here knows what it does, so that its effects do not make it harmless. */
export function unknownScope(_destined: Destined): Scope | null {
  return 'debug write full';
}
