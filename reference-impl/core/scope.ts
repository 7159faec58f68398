import { ok, type Result, refuse } from '../../kit/result.js';
import type { Errno } from '../../kit/uapi/errno.js';
import { CAP_SYS_RAWIO } from '../../kit/uapi/ioctl.js';
import { type Scope, scopeOfNumber } from '../../kit/uapi/scope.js';
import type { Core } from './core.js';
import type { UserCommand } from './ioctl.js';
import { capable } from './task.js';

type ScopePolicy = { readonly requires: typeof CAP_SYS_RAWIO | null; readonly taints: boolean };

/** What each scope costs the caller. */
const SCOPE_POLICY = {
  configuration: { requires: null, taints: false },
  'debug read only': { requires: null, taints: false },
  'debug write': { requires: null, taints: true },
  'debug write full': { requires: CAP_SYS_RAWIO, taints: true },
} as const satisfies Record<Scope, ScopePolicy>;

/**
 * Turns the label into what it demands. A caller who is refused for the capability leaves no taint;
 * whoever is admitted has tainted already, whatever becomes of the request.
 * Source: drivers/fwctl/main.c, fwctl_cmd_rpc.
 */
export function admitScope(core: Core, command: UserCommand, number: number): Result<Scope, Errno> {
  const scope = core.parts.scopeOfNumber(number);
  if (scope === undefined) return refuse('EOPNOTSUPP');
  if (!core.parts.mayUseScope(core, command, scope)) return refuse('EPERM');
  if (core.parts.scopeTaints(core, scope)) core.parts.taint(core, command.task, command.file.device);
  return ok(scope);
}

/** The capability is asked of the task that makes the call, at the time of the call. */
export function mayUseScope(_core: Core, { task }: UserCommand, scope: Scope): boolean {
  const { requires } = SCOPE_POLICY[scope];
  return requires === null || capable(task, requires);
}

export function scopeTaints(_core: Core, scope: Scope): boolean {
  return SCOPE_POLICY[scope].taints;
}

export { scopeOfNumber };
