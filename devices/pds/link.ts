import type { Awaitable, Result } from '../../kit/result.js';
import type { Errno } from '../../kit/uapi/errno.js';

/**
 * All that a driver knows of the firmware: a message for the admin queue goes down, what completes it comes up.
 * @param room how many bytes of data the completion may have behind it
 * @returns the completion, whatever code it holds; or an errno when the queue did not take the message or gave it up
 */
export interface PdsLink {
  send(message: Uint8Array, room: number): Awaitable<Result<Uint8Array, Errno>>;
}
