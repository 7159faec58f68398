import { COMPLETION_CODES, type IpmiCommandName, ipmiCommandName } from '../../../kit/formats/ipmi/commands.js';
import { decodeIpmiRequest, type IpmiRequest, SEND_MESSAGE } from '../../../kit/formats/ipmi/messages.js';
import type { Errno } from '../../../kit/uapi/errno.js';
import { SCOPE_NUMBERS, SCOPES, type Scope } from '../../../kit/uapi/scope.js';
import type { BmcDriverParts } from './parts.js';
import { COMMANDS_BY_LEAST_SCOPE, READING_COMMANDS } from './scope-table.js';

const LISTED: Record<Scope, readonly IpmiCommandName[]> = COMMANDS_BY_LEAST_SCOPE;

/** The least scope that admits the request, or null when none does. */
export function leastScope(parts: BmcDriverParts, { number, data }: IpmiRequest): Scope | null {
  const command = ipmiCommandName(number);
  if (command === undefined) return null;
  if (command === 'Send Message') return parts.leastScopeElsewhere(parts, decodeIpmiRequest(data.subarray(SEND_MESSAGE.request)));
  return parts.leastScopeOf(command);
}

export function leastScopeOf(command: IpmiCommandName): Scope | null {
  return SCOPES.find((scope) => LISTED[scope].includes(command)) ?? null;
}

/** For the manager of another host: reading is as it is here, and everything else is a matter of full debug. Nothing is passed on twice. */
export function leastScopeElsewhere(parts: BmcDriverParts, request: IpmiRequest | null): Scope | null {
  const command = request === null ? undefined : ipmiCommandName(request.number);
  const least = command === undefined ? null : parts.leastScopeOf(command);
  if (command === undefined || least === null) return null;
  return READING_COMMANDS.includes(command) ? least : 'debug write full';
}

/** Each scope admits what the lesser ones admit. */
export function reaches(scope: Scope, least: Scope): boolean {
  return SCOPE_NUMBERS[scope] >= SCOPE_NUMBERS[least];
}

/** An image that the manager does not trust is refused like what a scope does not reach; any other code is for the caller to read. */
export function refusalErrno(code: number): Errno | null {
  return code === COMPLETION_CODES['Wrong Signature'] ? 'EACCES' : null;
}
