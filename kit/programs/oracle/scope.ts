import type { CallerRights } from '../../subject/operations.js';
import type { Errno } from '../../uapi/errno.js';
import { CAP_SYS_RAWIO } from '../../uapi/ioctl.js';
import type { Scope } from '../../uapi/scope.js';

/** What a scope number comes to: the scope, and whether its use taints. Facts: "FWCTL_RPC", step 2. */
export function judgeScope(number: number, rights: CallerRights): { readonly scope: Scope; readonly taints: boolean } | Errno {
  switch (number) {
    case 0:
      return { scope: 'configuration', taints: false };
    case 1:
      return { scope: 'debug read only', taints: false };
    case 2:
      return { scope: 'debug write', taints: true };
    case 3:
      return hasRawIo(rights) ? { scope: 'debug write full', taints: true } : 'EPERM';
    default:
      return 'EOPNOTSUPP';
  }
}

/** Root in a user namespace of its own does not count. */
function hasRawIo({ capabilities, userNamespace }: CallerRights): boolean {
  return userNamespace === 'initial' && capabilities.includes(CAP_SYS_RAWIO);
}
