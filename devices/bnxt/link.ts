import type { Awaitable, Result } from '../../kit/result.js';
import type { Errno } from '../../kit/uapi/errno.js';

/**
 * All that a driver knows of the firmware: a request goes down, a response comes up.
 * @returns the response, as long as the firmware made it; or the errno of the transport when nothing was delivered
 */
export interface BnxtLink {
  send(request: Uint8Array): Awaitable<Result<Uint8Array, Errno>>;
}
