import type { Awaitable, Result } from '../../kit/result.js';
import type { Errno } from '../../kit/uapi/errno.js';

/** All that the driver knows of the firmware: a message goes down, and for whom it is; its answer comes up, or an errno when it was not delivered. */
export interface RaidLink {
  send(message: Uint8Array, owner: number): Awaitable<Result<Uint8Array, Errno>>;
}
