import type { Awaitable, Result } from '../../kit/result.js';
import type { Errno } from '../../kit/uapi/errno.js';

/**
 * The mailbox as the driver sees it: one CCI message goes down, one comes up (kit/formats/cxl/cci-message.ts).
 * @returns the response, whatever return code it holds; or the errno of the transport when the command was not delivered
 */
export interface CxlLink {
  execute(request: Uint8Array): Awaitable<Result<Uint8Array, Errno>>;
}
