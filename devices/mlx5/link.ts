import type { Awaitable, Result } from '../../kit/result.js';
import type { Errno } from '../../kit/uapi/errno.js';

/**
 * All that a driver knows of the firmware: a request goes down, a response comes up.
 * @param room how many bytes of the response the driver can take; the response is never longer
 * @returns the response, whatever status it holds; or the errno of the transport when the request was not delivered
 */
export interface Mlx5Link {
  execute(request: Uint8Array, room: number): Awaitable<Result<Uint8Array, Errno>>;
}
