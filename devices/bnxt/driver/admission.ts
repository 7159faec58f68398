import { hwrmRequestType } from '../../../kit/formats/bnxt/hwrm.js';
import { requestTypeName } from '../../../kit/formats/bnxt/request-types.js';
import { SCOPE_NUMBERS, SCOPES, type Scope } from '../../../kit/uapi/scope.js';
import type { BnxtDriver } from './parts.js';
import { REQUESTS_BY_LEAST_SCOPE } from './scope-table.js';

const LISTED: Partial<Record<Scope, readonly string[]>> = REQUESTS_BY_LEAST_SCOPE;

/** The least scope that admits requests of the type, or null when none does. */
export function leastScope(type: number): Scope | null {
  const name = requestTypeName(type);
  return SCOPES.find((scope) => name !== undefined && LISTED[scope]?.includes(name)) ?? null;
}

/** Source: drivers/fwctl/bnxt/main.c, bnxtctl_validate_rpc. */
export function validateRpc({ parts }: BnxtDriver, request: Uint8Array, scope: Scope): boolean {
  const least = parts.leastScope(hwrmRequestType(request));
  return least !== null && SCOPE_NUMBERS[scope] >= SCOPE_NUMBERS[least];
}
