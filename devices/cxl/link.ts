import type { Awaitable, Result } from '../../kit/result.js';
import type { Errno } from '../../kit/uapi/errno.js';

/** The mailbox as the driver sees it. */
export interface CxlLink {
  /** The longest payload that the mailbox carries, in bytes. Source: the CXL specification, Mailbox Capabilities Register. */
  readonly payloadSize: number;
  /**
   * One CCI message goes down, one comes up (kit/formats/cxl/cci-message.ts).
   * @returns the response, whatever return code it holds; or the errno of the transport when the command was not delivered
   */
  execute(request: Uint8Array): Awaitable<Result<Uint8Array, Errno>>;
}

/** The mailbox of a switch, of which the kernel makes use itself. */
export interface CxlSwitchLink extends CxlLink {
  /** The kernel has a command of its own that is to run in the background, and no place for it. */
  readonly kernelWaits: boolean;
}
