import type { Awaitable, Result } from '../../kit/result.js';
import type { Errno } from '../../kit/uapi/errno.js';

/** The system interface of the manager: a request goes down, its response comes up, or an errno when it was not delivered. */
export interface BmcLink {
  send(message: Uint8Array): Awaitable<Result<Uint8Array, Errno>>;
}
