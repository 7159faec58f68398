import { RAID_STATUSES, type RaidCommandName } from '../../../kit/formats/raid/commands.js';
import type { Errno } from '../../../kit/uapi/errno.js';
import { SCOPE_NUMBERS, SCOPES, type Scope } from '../../../kit/uapi/scope.js';
import { COMMANDS_BY_LEAST_SCOPE } from './scope-table.js';

const LISTED: Record<Scope, readonly RaidCommandName[]> = COMMANDS_BY_LEAST_SCOPE;

/** The least scope that admits the command, or null when none does. */
export function leastScope(command: RaidCommandName): Scope | null {
  return SCOPES.find((scope) => LISTED[scope].includes(command)) ?? null;
}

/** Each scope admits what the lesser ones admit. */
export function reaches(scope: Scope, least: Scope): boolean {
  return SCOPE_NUMBERS[scope] >= SCOPE_NUMBERS[least];
}

/** Where the firmware is the one who keeps others from harm its refusal becomes an errno; any other status is for the caller to read. */
const REFUSALS: ReadonlyMap<number, Errno> = new Map([
  [RAID_STATUSES.DRIVE_IN_USE, 'EBUSY'],
  [RAID_STATUSES.VOLUME_IN_USE, 'EBUSY'],
  [RAID_STATUSES.BAD_SIGNATURE, 'EACCES'],
]);

export function refusalErrno(status: number): Errno | null {
  return REFUSALS.get(status) ?? null;
}
