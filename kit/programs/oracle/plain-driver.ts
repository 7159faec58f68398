import type { PlainSetup } from '../../subject/device-setups.js';
import type { Errno } from '../../uapi/errno.js';

/** What the driver of the plain device answers to a request: bytes, or the errno that it was set to. */
export function answerTo({ rpcErrno, response }: PlainSetup, request: Uint8Array): Uint8Array | Errno {
  if (rpcErrno !== null) return rpcErrno;
  if (response === 'the request') return request;
  return typeof response === 'string' ? request.map((byte) => 0xff - byte) : response;
}
