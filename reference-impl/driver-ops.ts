import type { Awaitable, Result } from '../kit/result.js';
import type { FirmwareRelease } from '../kit/subject/operations.js';
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
  /** The release of the firmware that runs, where the kernel is to know it for its list of what is blocked. Mainline has no such operation. */
  firmwareRelease?(): FirmwareRelease;
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
   * @param memory out of reach for a driver that is judged in a process of its own
   * @returns the response in full, longer or shorter than outLength; or an errno when it was not delivered
   */
  fwRpc(context: Context, scope: Scope, request: Uint8Array, outLength: number, memory: CallerMemory): Awaitable<Result<Uint8Array, Errno>>;
  /**
   * Resets the device behind the driver, as a cold reset would: what waited for it is in force now. Files stay open. Of a driver
   * that brings its device along, so that what its model says of a reset can be judged. Mainline has no such operation.
   */
  reset?(): Awaitable<void>;
}

/** A kernel driver beside fwctl that uses the same firmware. It says what it wants by the request of an RPC. */
export interface KernelUser {
  /** Gives the command that is in the request, by its own way; `room` in bytes. */
  command(request: Uint8Array, room: number): Awaitable<Result<Uint8Array, Errno>>;
  /** Takes over what such requests are for, until the kernel boots. */
  claim(request: Uint8Array): Awaitable<void>;
}

/** The memory of the task that makes the call, for a driver whose requests point into it. */
export interface CallerMemory {
  /** A copy of exactly `length` bytes, or null when one of them cannot be read. */
  read(address: number, length: number): Uint8Array | null;
  /** False when a byte cannot be written; those before it have been. */
  write(address: number, bytes: Uint8Array): boolean;
}

/** Where a driver is so far from the caller that it cannot see its memory. */
export const NO_MEMORY: CallerMemory = { read: () => null, write: () => false };

/** Of a driver that keeps nothing for an open file. */
export const NO_CONTEXT: Pick<FwctlOps<null>, 'openUctx' | 'closeUctx'> = {
  openUctx: () => ({ ok: true, value: null }),
  closeUctx: () => {},
};
