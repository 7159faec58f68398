import { buffersOfRequest, type RequestWithBuffers } from '../../../kit/formats/bnxt/buffers.js';
import { HWRM_REQUEST, HWRM_RESPONSE } from '../../../kit/formats/bnxt/hwrm.js';
import { writeU16 } from '../../../kit/formats/little-endian.js';
import { ok, type Result, refuse } from '../../../kit/result.js';
import { ERRNO_NUMBERS, type Errno } from '../../../kit/uapi/errno.js';
import type { Scope } from '../../../kit/uapi/scope.js';
import type { CallerMemory } from '../../../reference-impl/driver-ops.js';
import type { BnxtDriver } from './parts.js';

/** One request of user space. Source: drivers/fwctl/bnxt/main.c, bnxtctl_fw_rpc. */
export async function fwRpc(
  driver: BnxtDriver,
  scope: Scope,
  request: Uint8Array,
  outLength: number,
  memory: CallerMemory,
): Promise<Result<Uint8Array, Errno>> {
  const { parts, link } = driver;
  const refusal = parts.checkRpc(driver, request, outLength, scope);
  if (refusal !== null) return refuse(refusal);
  const kind = buffersIn(driver, request);
  const sent = kind === null ? request : parts.lendBuffers(request, kind, memory);
  if (sent === null) return refuse('EFAULT');
  const answer = await link.send(sent);
  if (kind !== null && !parts.takeBuffersBack(request, kind, memory)) return refuse('EFAULT');
  return answer.ok ? parts.responseOf(answer.value, outLength) : parts.lostResponse(answer.errno, outLength);
}

/** The lengths come first: below them there is no type to look at. */
export function checkRpc(driver: BnxtDriver, request: Uint8Array, outLength: number, scope: Scope): Errno | null {
  const { parts } = driver;
  const wrongLength = parts.checkLengths(request.length, outLength);
  if (wrongLength !== null) return wrongLength;
  const kind = buffersIn(driver, request);
  const wrongBuffers = kind === null ? null : parts.checkBuffers(request, kind);
  return wrongBuffers ?? (parts.validateRpc(driver, request, scope) ? null : 'EPERM');
}

/** Before Linux 7.3 the driver does not look for buffers. */
function buffersIn({ linux }: BnxtDriver, request: Uint8Array): RequestWithBuffers | null {
  return linux === '7.2' ? null : buffersOfRequest(request);
}

export function checkLengths(inLength: number, outLength: number): Errno | null {
  const isRequest = inLength >= HWRM_REQUEST.length && inLength <= HWRM_REQUEST.longest;
  return isRequest && outLength >= HWRM_RESPONSE.length ? null : 'EINVAL';
}

/** As long as the caller's room, whatever the firmware answers. */
export function responseOf(answer: Uint8Array, outLength: number): Result<Uint8Array, Errno> {
  const response = new Uint8Array(outLength);
  response.set(answer.subarray(0, outLength));
  return ok(response);
}

/** A request that was not delivered is no errno here: the error code of the response is the errno's low word, negative. */
export function lostResponse(errno: Errno, outLength: number): Result<Uint8Array, Errno> {
  const response = new Uint8Array(outLength);
  writeU16(response, HWRM_RESPONSE.errorCode, -ERRNO_NUMBERS[errno] & 0xffff);
  return ok(response);
}
