import { writeU32 } from '../../../kit/formats/little-endian.js';
import { decodeCompletion, encodeRpcCommand, type PdsCompletion } from '../../../kit/formats/pds/admin-queue.js';
import { decodePdsRpc, PDS_RPC, type PdsRpc } from '../../../kit/formats/pds/rpc.js';
import { ok, type Result, refuse } from '../../../kit/result.js';
import type { Errno } from '../../../kit/uapi/errno.js';
import type { Scope } from '../../../kit/uapi/scope.js';
import type { CallerMemory } from '../../../reference-impl/driver-ops.js';
import type { PdsDriver } from './parts.js';

/** One operation of user space. Source: drivers/fwctl/pds/main.c, pdsfc_fw_rpc. */
export async function fwRpc(
  driver: PdsDriver,
  scope: Scope,
  request: Uint8Array,
  memory: CallerMemory,
): Promise<Result<Uint8Array, Errno>> {
  const { parts, link } = driver;
  if (request.length < PDS_RPC.length) return refuse('EINVAL');
  const rpc = decodePdsRpc(request);
  const refusal = parts.checkLengths(driver, rpc) ?? (await parts.admit(driver, rpc, scope));
  if (refusal !== null) return refuse(refusal);
  const payload = parts.readPayload(memory, rpc);
  if (payload === null) return refuse('EFAULT');
  const { endpoint, operation, outLength } = rpc;
  const completed = await link.send(encodeRpcCommand({ endpoint, operation, payload, room: outLength }), outLength);
  if (!completed.ok) return completed;
  const completion = decodeCompletion(completed.value);
  if (!parts.writePayload(memory, rpc, completion)) return refuse('EFAULT');
  return parts.answerOf(request, completion);
}

/** By what the firmware said of itself when the driver was bound. */
export function checkLengths({ identity }: PdsDriver, { inLength, outLength }: PdsRpc): Errno | null {
  return inLength > identity.maxRequest || outLength > identity.maxResponse ? 'EINVAL' : null;
}

/** A copy of what the caller's pointer leads to, or null when it leads nowhere. */
export function readPayload(memory: CallerMemory, { inPayload, inLength }: PdsRpc): Uint8Array | null {
  return memory.read(inPayload, inLength);
}

/** As long as the caller asked for, with zeros behind what the firmware had. */
export function writePayload(memory: CallerMemory, { outPayload, outLength }: PdsRpc, { data }: PdsCompletion): boolean {
  const payload = new Uint8Array(outLength);
  payload.set(data.subarray(0, outLength));
  return memory.write(outPayload, payload);
}

/** The request with the firmware's code in it. */
export function answerOf(request: Uint8Array, { code }: PdsCompletion): Result<Uint8Array, Errno> {
  writeU32(request, PDS_RPC.retval, code);
  return ok(request);
}
