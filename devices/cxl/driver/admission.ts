import { FEATURE_FLAGS } from '../../../kit/formats/cxl/feature-entry.js';
import { UUID_LENGTH, uuidText } from '../../../kit/formats/cxl/feature-uuids.js';
import { CXL_OPCODES, type CxlCommandName } from '../../../kit/formats/cxl/opcodes.js';
import type { Scope } from '../../../kit/uapi/scope.js';
import type { CxlDriver } from './driver.js';

const FEATURE_COMMANDS = ['Get Supported Features', 'Get Feature', 'Set Feature'] as const satisfies readonly CxlCommandName[];
export type FeatureCommand = (typeof FEATURE_COMMANDS)[number];

/** The command that an opcode word stands for; only its lower half is looked at. Null for all but the Feature commands. */
export function featureCommand(word: number): FeatureCommand | null {
  return FEATURE_COMMANDS.find((name) => CXL_OPCODES[name] === (word & 0xffff)) ?? null;
}

/** Source: drivers/cxl/core/features.c, cxlctl_validate_hw_command. */
export function isAdmitted(driver: CxlDriver, command: FeatureCommand, scope: Scope, payload: Uint8Array): boolean {
  if (command === 'Set Feature') return driver.parts.isSettingAdmitted(driver, scope, payload);
  return driver.support !== 'none' && driver.parts.isReadingAdmitted(scope);
}

/** Reading changes nothing, so that every scope will do. */
export function isReadingAdmitted(_scope: Scope): boolean {
  return true;
}

/** Source: drivers/cxl/core/features.c, cxlctl_validate_set_features. */
export function isSettingAdmitted(driver: CxlDriver, scope: Scope, payload: Uint8Array): boolean {
  const { parts, support, features } = driver;
  if (support !== 'read-write' || payload.length < UUID_LENGTH) return false;
  const uuid = uuidText(payload);
  const entry = features.find((known) => known.uuid === uuid);
  if (entry === undefined || !parts.isChangeable(entry.flags)) return false;
  const least = parts.leastScope(entry.effects);
  return least !== null && parts.reaches(scope, least);
}

export function isChangeable(flags: number): boolean {
  return (flags & FEATURE_FLAGS.changeable) !== 0;
}
