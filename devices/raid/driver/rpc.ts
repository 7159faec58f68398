import { raidCommandName } from '../../../kit/formats/raid/commands.js';
import { decodeRaidRequest, raidStatus } from '../../../kit/formats/raid/messages.js';
import { type Result, refuse } from '../../../kit/result.js';
import type { Errno } from '../../../kit/uapi/errno.js';
import type { Scope } from '../../../kit/uapi/scope.js';
import type { RaidDriver, RaidFile } from './parts.js';
import { accountFor } from './subscriptions.js';

/** One request of user space: its lengths, then its command and scope, then the firmware. */
export async function fwRpc(
  { parts, link, claimed }: RaidDriver,
  file: RaidFile,
  scope: Scope,
  request: Uint8Array,
): Promise<Result<Uint8Array, Errno>> {
  const decoded = decodeRaidRequest(request);
  if (decoded === null) return refuse('EINVAL');
  const command = raidCommandName(decoded.opcode);
  const least = command && parts.leastScope(command);
  if (!least || claimed.has(decoded.opcode) || !parts.reaches(scope, least)) return refuse('EPERM');
  const answer = await link.send(request, file.owner);
  if (answer.ok) accountFor(file, decoded, answer.value);
  const refusal = answer.ok ? parts.refusalErrno(raidStatus(answer.value)) : null;
  return refusal === null ? answer : refuse(refusal);
}
