import { MLX5_REQUEST, MLX5_RESPONSE, requestHeader } from '../../../kit/formats/mlx5/mailbox.js';
import { writeU16 } from '../../../kit/formats/mlx5/words.js';
import { ok, type Result, refuse } from '../../../kit/result.js';
import type { Errno } from '../../../kit/uapi/errno.js';
import type { Scope } from '../../../kit/uapi/scope.js';
import type { Mlx5Context, Mlx5Driver } from './driver.js';

/** One command of user space. Source: drivers/fwctl/mlx5/main.c, mlx5ctl_fw_rpc. */
export async function fwRpc(
  driver: Mlx5Driver,
  context: Mlx5Context,
  scope: Scope,
  request: Uint8Array,
  outLength: number,
): Promise<Result<Uint8Array, Errno>> {
  const { parts } = driver;
  const refusal = parts.checkRpc(driver, request, outLength, scope);
  if (refusal !== null) return refuse(refusal);
  const { opcode } = requestHeader(request);
  if (parts.isClaimed(driver, context, opcode)) return refuse('EBADMSG');
  parts.stampUid(request, context);
  const response = parts.responseBuffer(request, outLength);
  const errno = parts.rpcErrno(await driver.underWay.run(opcode, parts.commandDo(driver, request, response)));
  return errno === null ? ok(response) : refuse(errno);
}

/** The lengths come first: below them there is no opcode to look at. */
export function checkRpc(driver: Mlx5Driver, request: Uint8Array, outLength: number, scope: Scope): Errno | null {
  return driver.parts.checkLengths(request.length, outLength) ?? driver.parts.checkCommand(driver, request, scope);
}

export function checkLengths(inLength: number, outLength: number): Errno | null {
  return inLength < MLX5_REQUEST.length || outLength < MLX5_RESPONSE.length ? 'EMSGSIZE' : null;
}

export function checkCommand(driver: Mlx5Driver, request: Uint8Array, scope: Scope): Errno | null {
  return driver.parts.validateRpc(driver, request, scope) ? null : 'EBADMSG';
}

/** The security label is the driver's to put there, whatever the caller wrote. */
export function stampUid(request: Uint8Array, context: Mlx5Context): void {
  writeU16(request, MLX5_REQUEST.uid, context.uid);
}

/** As long as the caller's room, whatever the firmware answers; the request's own buffer where that is long enough. */
export function responseBuffer(request: Uint8Array, outLength: number): Uint8Array {
  return outLength <= request.length ? request.subarray(0, outLength) : new Uint8Array(outLength);
}

/** A command that was delivered is a success here; what the firmware made of it is in the response. */
export function rpcErrno(errno: Errno | null): Errno | null {
  return errno === 'EREMOTEIO' ? null : errno;
}
