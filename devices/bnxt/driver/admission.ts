import type { BnxtRelease } from '../../../kit/formats/bnxt/arguments.js';
import { hwrmRequestType } from '../../../kit/formats/bnxt/hwrm.js';
import { requestTypeName } from '../../../kit/formats/bnxt/request-types.js';
import { SCOPE_NUMBERS, SCOPES, type Scope } from '../../../kit/uapi/scope.js';
import type { BnxtDriver } from './parts.js';
import { ADDED_IN_7_3, REQUESTS_BY_LEAST_SCOPE } from './scope-table.js';

type Table = Partial<Record<Scope, readonly string[]>>;

const LISTED: Readonly<Record<BnxtRelease, readonly Table[]>> = {
  '7.2': [REQUESTS_BY_LEAST_SCOPE],
  '7.3': [REQUESTS_BY_LEAST_SCOPE, ADDED_IN_7_3],
};

/** The least scope that admits requests of the type, or null when none does. */
export function leastScope(type: number, linux: BnxtRelease): Scope | null {
  const name = requestTypeName(type);
  return SCOPES.find((scope) => name !== undefined && LISTED[linux].some((table) => table[scope]?.includes(name))) ?? null;
}

/** Source: drivers/fwctl/bnxt/main.c, bnxtctl_validate_rpc. */
export function validateRpc({ parts, linux }: BnxtDriver, request: Uint8Array, scope: Scope): boolean {
  const least = parts.leastScope(hwrmRequestType(request), linux);
  return least !== null && SCOPE_NUMBERS[scope] >= SCOPE_NUMBERS[least];
}
