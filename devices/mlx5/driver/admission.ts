import { commandName } from '../../../kit/formats/mlx5/commands.js';
import { type RequestHeader, requestHeader } from '../../../kit/formats/mlx5/mailbox.js';
import { ACCESS_REGISTER } from '../../../kit/formats/mlx5/registers.js';
import { SCOPE_NUMBERS, SCOPES, type Scope } from '../../../kit/uapi/scope.js';
import type { Mlx5Driver } from './driver.js';
import { COMMANDS_BY_LEAST_SCOPE, REGISTER_COMMANDS, REGISTER_SCOPE } from './scope-table.js';

const LISTED: Partial<Record<Scope, readonly string[]>> = COMMANDS_BY_LEAST_SCOPE;

/** The least scope that admits the command, or null when none does. Only opcode and op_mod are looked at. */
export function leastScope({ opcode, opMod }: RequestHeader): Scope | null {
  const name = commandName(opcode);
  if (name === undefined) return null;
  if (REGISTER_COMMANDS.includes(name)) return opMod === ACCESS_REGISTER.opMod.WRITE ? REGISTER_SCOPE.write : REGISTER_SCOPE.read;
  return SCOPES.find((scope) => LISTED[scope]?.includes(name)) ?? null;
}

/** Each scope admits what the lesser ones admit. */
export function reaches(scope: Scope, least: Scope): boolean {
  return SCOPE_NUMBERS[scope] >= SCOPE_NUMBERS[least];
}

/** Source: drivers/fwctl/mlx5/main.c, mlx5ctl_validate_rpc. */
export function validateRpc(driver: Mlx5Driver, request: Uint8Array, scope: Scope): boolean {
  const least = driver.parts.leastScope(requestHeader(request));
  return least !== null && driver.parts.reaches(scope, least);
}
