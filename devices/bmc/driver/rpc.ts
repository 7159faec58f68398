import { completionCode, decodeIpmiRequest } from '../../../kit/formats/ipmi/messages.js';
import { type Result, refuse } from '../../../kit/result.js';
import type { Errno } from '../../../kit/uapi/errno.js';
import type { Scope } from '../../../kit/uapi/scope.js';
import type { BmcDriver } from './parts.js';

/** One request of user space: its header, then its command and scope, then the manager. */
export async function fwRpc({ parts, link }: BmcDriver, scope: Scope, request: Uint8Array): Promise<Result<Uint8Array, Errno>> {
  const decoded = decodeIpmiRequest(request);
  if (decoded === null) return refuse('EINVAL');
  const least = parts.leastScope(parts, decoded);
  if (least === null || !parts.reaches(scope, least)) return refuse('EPERM');
  const response = await link.send(request);
  const refusal = response.ok ? parts.refusalErrno(completionCode(response.value)) : null;
  return refusal === null ? response : refuse(refusal);
}
