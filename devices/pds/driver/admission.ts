import { decodeOperations, encodeQuery, type PdsOperation } from '../../../kit/formats/pds/admin-queue.js';
import { commandOf, PDS_ATTRIBUTES, versionOf } from '../../../kit/formats/pds/operations.js';
import type { PdsRpc } from '../../../kit/formats/pds/rpc.js';
import type { Errno } from '../../../kit/uapi/errno.js';
import { SCOPE_NUMBERS, type Scope } from '../../../kit/uapi/scope.js';
import type { PdsDriver } from './parts.js';
import { ask } from './probe.js';

/** The least scope for what the firmware says of an operation. Source: drivers/fwctl/pds/main.c, pdsfc_get_operations. */
export function leastScope(attribute: number): Scope {
  switch (attribute) {
    case PDS_ATTRIBUTES.read:
    case PDS_ATTRIBUTES.write:
    case PDS_ATTRIBUTES.sync:
      return 'configuration';
    case PDS_ATTRIBUTES['debug read']:
      return 'debug read only';
    case PDS_ATTRIBUTES['debug write']:
      return 'debug write';
    default:
      return 'debug write full';
  }
}

/** The same command, in a version that the firmware has. Source: include/linux/pds/pds_adminq.h, PDS_FWCTL_RPC_OPCODE_CMP. */
export function matches(wanted: number, listed: number): boolean {
  return commandOf(wanted) === commandOf(listed) && versionOf(wanted) <= versionOf(listed);
}

/** Whether endpoint and operation are there and the scope is enough. Source: drivers/fwctl/pds/main.c, pdsfc_validate_rpc. */
export async function admit(driver: PdsDriver, { endpoint, operation }: PdsRpc, scope: Scope): Promise<Errno | null> {
  const { parts, endpoints } = driver;
  if (!endpoints.includes(endpoint)) return 'EINVAL';
  const operations = await operationsOf(driver, endpoint);
  if (operations === null) return 'ENOMEM';
  const listed = operations.find(({ id }) => parts.matches(operation, id));
  if (listed === undefined) return 'EINVAL';
  return SCOPE_NUMBERS[scope] < SCOPE_NUMBERS[parts.leastScope(listed.attribute)] ? 'EPERM' : null;
}

async function operationsOf({ link, operations }: PdsDriver, endpoint: number): Promise<readonly PdsOperation[] | null> {
  const known = operations.get(endpoint);
  if (known !== undefined) return known;
  const answer = await ask(link, encodeQuery(endpoint));
  if (answer === null) return null;
  const listed = decodeOperations(answer);
  operations.set(endpoint, listed);
  return listed;
}
