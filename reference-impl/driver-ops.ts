import type { Awaitable, Result } from '../kit/result.js';
import type { Errno } from '../kit/uapi/errno.js';
import type { Scope } from '../kit/uapi/scope.js';

/**
 * What a device driver provides to the core: struct fwctl_ops in TypeScript.
 * Source: include/linux/fwctl.h. `Context` is whatever the driver keeps per open file.
 *
 * The core never calls an operation before openUctx has succeeded for that file, nor after closeUctx,
 * nor once unregistering the device has come back. Every operation may take its time (return a promise).
 */
export interface FwctlOps<Context = unknown> {
  /** enum fwctl_device_type; what FWCTL_INFO reports as out_device_type. */
  readonly deviceType: number;
  /** A file was opened. A refusal becomes the errno of open(), and nothing is kept. */
  openUctx(): Awaitable<Result<Context, Errno>>;
  /** The file, or the device, went. Called once for each context that openUctx gave. */
  closeUctx(context: Context): Awaitable<void>;
  /** The device data of FWCTL_INFO, in full, whatever room the caller has. A driver may have no such operation. */
  info?(context: Context): Awaitable<Result<Uint8Array, Errno>>;
  /**
   * Delivers one request to the firmware.
   * @param request the caller's bytes, copied once; the driver may write to them and answer with them
   * @param outLength the room, in bytes, that the caller has for the response
   * @returns the response in full, longer or shorter than outLength; or an errno when it was not delivered
   */
  fwRpc(context: Context, scope: Scope, request: Uint8Array, outLength: number): Awaitable<Result<Uint8Array, Errno>>;
}
